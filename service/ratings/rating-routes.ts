import { z } from 'zod';
import { RatingList, RatingPath, RateRequest, WithdrawQuery } from '../../contract/api/ratings.ts';
import { CourseId, LectureId } from '../../contract/domain/ids.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { problemResponses } from '../http/problem-answers.ts';
import { ServiceProblem } from '../http/problems.ts';
import type { ServiceApp } from '../http/service-app.ts';
import type { ProcessingChoices } from '../privacy/processing.ts';
import { bearer, sessionOf, type SessionGuard } from '../sessions/session-guard.ts';
import type { Ratings } from './ratings.ts';

export interface RatingRoutesDeps {
  readonly ratings: Ratings;
  readonly catalogue: Catalogue;
  readonly choices: Pick<ProcessingChoices, 'refuseIfRestricted'>;
  readonly guard: SessionGuard;
}

const tags = ['Ratings'];

/** `GET /v1/ratings`, `PUT` and `DELETE /v1/ratings/{kind}/{id}`. */
export function ratingRoutes(app: ServiceApp, { ratings, catalogue, choices, guard }: RatingRoutesDeps): void {
  function refuseUnknown({ kind, id }: RatingPath): void {
    const isThere =
      kind === 'course' ? catalogue.hasCourse(CourseId.parse(id)) : catalogue.lecture(LectureId.parse(id)) !== null;
    if (!isThere) throw new ServiceProblem('not-found');
  }

  app.route({
    method: 'GET',
    url: '/v1/ratings',
    onRequest: guard,
    config: { etag: true },
    schema: {
      tags,
      summary: 'What this account has rated',
      security: bearer,
      response: { 200: RatingList, ...problemResponses },
    },
    handler: async (request) => ({ ratings: [...ratings.ofAccount(sessionOf(request).accountId)] }),
  });

  app.route({
    method: 'PUT',
    url: '/v1/ratings/:kind/:id',
    onRequest: guard,
    schema: {
      tags,
      summary: 'Rate a course or a lecture, or change the rating; an older change than the one known is ignored',
      security: bearer,
      params: RatingPath,
      body: RateRequest,
      response: { 204: z.null(), ...problemResponses },
    },
    handler: async (request, reply) => {
      refuseUnknown(request.params);
      const { accountId } = sessionOf(request);
      choices.refuseIfRestricted(accountId);
      ratings.change(accountId, request.params, request.body.stars, request.body.changedAt);
      return reply.code(204).send(null);
    },
  });

  app.route({
    method: 'DELETE',
    url: '/v1/ratings/:kind/:id',
    onRequest: guard,
    schema: {
      tags,
      summary: 'Withdraw a rating, also of what is not published any more',
      security: bearer,
      params: RatingPath,
      querystring: WithdrawQuery,
      response: { 204: z.null(), ...problemResponses },
    },
    handler: async (request, reply) => {
      ratings.change(sessionOf(request).accountId, request.params, null, request.query.changedAt);
      return reply.code(204).send(null);
    },
  });
}
