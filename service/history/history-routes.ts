import { z } from 'zod';
import {
  DeleteHistoryQuery,
  HistoryPart,
  HistoryQuery,
  SendHistoryAnswer,
  SendHistoryRequest,
} from '../../contract/api/history.ts';
import { problemResponses } from '../http/problem-answers.ts';
import type { ServiceApp } from '../http/service-app.ts';
import type { ProcessingChoices } from '../privacy/processing.ts';
import { bearer, sessionOf, type SessionGuard } from '../sessions/session-guard.ts';
import type { HistoryCopies } from './history-copies.ts';

export interface HistoryRoutesDeps {
  readonly histories: HistoryCopies;
  readonly choices: Pick<ProcessingChoices, 'refuseIfRestricted'>;
  readonly guard: SessionGuard;
}

const tags = ['History'];

/** `GET` and `DELETE /v1/history`, `POST /v1/history/events`. */
export function historyRoutes(app: ServiceApp, { histories, choices, guard }: HistoryRoutesDeps): void {
  app.route({
    method: 'POST',
    url: '/v1/history/events',
    onRequest: guard,
    schema: {
      tags,
      summary: 'Tell what was watched or deleted; what is known already changes nothing',
      security: bearer,
      body: SendHistoryRequest,
      response: { 200: SendHistoryAnswer, ...problemResponses },
    },
    handler: async (request) => {
      const { accountId } = sessionOf(request);
      choices.refuseIfRestricted(accountId);
      return histories.take(accountId, request.body.epoch, request.body.events);
    },
  });

  app.route({
    method: 'GET',
    url: '/v1/history',
    onRequest: guard,
    schema: {
      tags,
      summary: 'What the computers of this account told, behind a place in the service’s order',
      security: bearer,
      querystring: HistoryQuery,
      response: { 200: HistoryPart, ...problemResponses },
    },
    handler: async (request) => histories.since(sessionOf(request).accountId, Number(request.query.since ?? 0)),
  });

  app.route({
    method: 'DELETE',
    url: '/v1/history',
    onRequest: guard,
    schema: {
      tags,
      summary: 'Delete the copy of the watch history; with an epoch only that copy',
      security: bearer,
      querystring: DeleteHistoryQuery,
      response: { 204: z.null(), ...problemResponses },
    },
    handler: async (request, reply) => {
      histories.delete(sessionOf(request).accountId, request.query.epoch ?? null);
      return reply.code(204).send(null);
    },
  });
}
