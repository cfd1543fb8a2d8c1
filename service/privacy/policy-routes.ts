import { z } from 'zod';
import { CookieRegistry, PolicyList, ProcessorList } from '../../contract/api/policies.ts';
import { problemResponses } from '../http/problem-answers.ts';
import type { ServiceApp } from '../http/service-app.ts';
import { cookieRegistry } from './cookie-registry.ts';
import type { Policies } from './policies.ts';
import { processorList } from './processor-list.ts';

const tags = ['Privacy'];

/** `GET /v1/policies`, `/v1/cookies`, `/v1/processors`: the same for everybody, so nobody is asked who they are. */
export function policyRoutes(app: ServiceApp, { policies }: { readonly policies: Policies }): void {
  app.route({
    method: 'GET',
    url: '/v1/policies',
    config: { etag: true },
    schema: {
      tags,
      summary: 'The versions of the privacy policy, newest first, with the hash of each text',
      description:
        'The hash is of the text as the page for people serves it (docs/api.md). Strong ETag, answers If-None-Match with 304.',
      response: { 200: PolicyList, 304: z.null(), ...problemResponses },
    },
    handler: async () => policies.list(),
  });

  app.route({
    method: 'GET',
    url: '/v1/cookies',
    config: { etag: true },
    schema: {
      tags,
      summary: 'Every cookie and stored item that the service may set; no other is allowed',
      response: { 200: CookieRegistry, 304: z.null(), ...problemResponses },
    },
    handler: async () => cookieRegistry,
  });

  app.route({
    method: 'GET',
    url: '/v1/processors',
    config: { etag: true },
    schema: {
      tags,
      summary: 'Who processes personal data for the service, why and where',
      response: { 200: ProcessorList, 304: z.null(), ...problemResponses },
    },
    handler: async () => processorList,
  });
}
