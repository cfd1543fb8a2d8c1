import { NewPrivacyRequest, PrivacyRequest, PrivacyRequestList } from '../../contract/api/personal-data.ts';
import { problemResponses } from '../http/problem-answers.ts';
import type { ServiceApp } from '../http/service-app.ts';
import { bearer, sessionOf, type SessionGuard } from '../sessions/session-guard.ts';
import type { PrivacyRequests } from './privacy-requests.ts';

export interface RequestRoutesDeps {
  readonly requests: PrivacyRequests;
  readonly guard: SessionGuard;
}

/** `POST|GET /v1/privacy/requests`. */
export function requestRoutes(app: ServiceApp, { requests, guard }: RequestRoutesDeps): void {
  const common = { tags: ['Privacy'], security: bearer };
  app.route({
    method: 'POST',
    url: '/v1/privacy/requests',
    onRequest: guard,
    schema: {
      ...common,
      summary: 'Ask something about one’s data, to be answered within a month; sent twice it is kept once',
      body: NewPrivacyRequest,
      response: { 201: PrivacyRequest, ...problemResponses },
    },
    handler: async (request, reply) => reply.code(201).send(requests.add(sessionOf(request).accountId, request.body)),
  });

  app.route({
    method: 'GET',
    url: '/v1/privacy/requests',
    onRequest: guard,
    schema: {
      ...common,
      summary: 'What the person asked, and what became of it; newest first',
      response: { 200: PrivacyRequestList, ...problemResponses },
    },
    handler: async (request) => ({ requests: requests.ofAccount(sessionOf(request).accountId) }),
  });
}
