import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import { Problem } from '../../contract/api/problem.ts';
import { describeDefect, type Log } from '../log.ts';
import type { ServiceApp } from './service-app.ts';
import { problemDocument, problemHeaders, ServiceProblem } from './problems.ts';

const problemBody = { content: { 'application/problem+json': { schema: Problem } } };

/** The error answers every route declares. */
export const problemResponses = {
  '4xx': { description: 'A problem document (RFC 9457); its type says what is wrong.', ...problemBody },
  '5xx': { description: 'The service failed; a problem document (RFC 9457).', ...problemBody },
} as const;

/** Makes every refusal, bad request, unknown route and defect a problem document. */
export function installProblemAnswers(app: ServiceApp, log: Log): void {
  app.setNotFoundHandler((_request, reply) => sendProblem(reply, new ServiceProblem('not-found')));
  app.setErrorHandler((error: unknown, request, reply) => {
    const problem = toProblem(error);
    if (problem.kind === 'unexpected' || problem.kind === 'unavailable') {
      log(describeDefect(problem.kind === 'unexpected' ? 'defect' : 'unavailable', routeOf(request), error));
    }
    return sendProblem(reply, problem);
  });
}

/** Method and pattern of a request, without the ids in its address. */
export function routeOf(request: FastifyRequest): string {
  return `${request.method} ${request.routeOptions.url ?? '(unknown)'}`;
}

/** Answers with a problem document. */
export function sendProblem(reply: FastifyReply, problem: ServiceProblem): FastifyReply {
  // Bytes, not text: Fastify would add a charset that the type does not have (RFC 8259 §11).
  const body = Buffer.from(JSON.stringify(problemDocument(problem)));
  return reply.code(problem.status).headers(problemHeaders(problem)).send(body);
}

/** What any thrown thing means to the caller; says field names, never what was in them. */
export function toProblem(error: unknown): ServiceProblem {
  if (error instanceof ServiceProblem) return error;
  if (hasZodFastifySchemaValidationErrors(error)) {
    const part = error.validationContext ?? 'request';
    const fields = error.validation.map(
      (issue) => `${part}${issue.instancePath.replaceAll('/', '.')}: ${issue.keyword}`,
    );
    return new ServiceProblem('bad-request', { detail: [...new Set(fields)].slice(0, 10).join('; ') });
  }
  const status = error instanceof Error ? (error as Partial<FastifyError>).statusCode : undefined;
  if (status !== undefined && status >= 400 && status < 500) return new ServiceProblem('bad-request', { status });
  return new ServiceProblem('unexpected');
}
