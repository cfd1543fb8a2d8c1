import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { sendProblem } from '../http/problem-answers.ts';
import { ServiceProblem } from '../http/problems.ts';
import type { Fault, FaultOf } from './fault-schemas.ts';

const portalPage =
  '<!doctype html><title>Welcome to the hotel</title><p>Please accept the terms to use this network.</p>';

/** Applies what happens before the route sees the request; the reply when it was answered here, else undefined. */
export async function applyRequestFaults(
  faults: readonly Fault[],
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply | undefined> {
  for (const fault of faults) {
    switch (fault.kind) {
      case 'latency':
        await sleep(fault.latencyMs, undefined, { ref: false });
        if (request.raw.destroyed || request.raw.socket.destroyed) return reply.hijack();
        break;
      case 'status':
        return sendProblem(reply, problemOf(fault));
      case 'html':
        return reply.code(200).type('text/html; charset=utf-8').send(portalPage);
      case 'redirect':
        return reply.code(fault.status).header('location', fault.location).send();
      case 'ignoreRange':
        delete request.headers.range;
        break;
      case 'changedEtag':
        plainJson(request);
        if (request.headers['if-range'] !== undefined) delete request.headers.range;
        delete request.headers['if-range'];
        break;
      case 'truncatedJson':
      case 'wrongTypes':
      case 'wrongDigest':
        plainJson(request);
        break;
      case 'cutAfterBytes':
      case 'stallAfterBytes':
      case 'loseAnswer':
      case 'throttle':
      case 'wrongBytes':
      case 'wrongContentRange':
      case 'gzipBody':
      case 'noLength':
        break;
    }
  }
  return undefined;
}

/** The answer shall be uncompressed and not a 304, so that it can be changed. */
function plainJson(request: FastifyRequest): void {
  delete request.headers['accept-encoding'];
  delete request.headers['if-none-match'];
}

function problemOf({ status, problem, retryAfterSeconds }: FaultOf<'status'>): ServiceProblem {
  const kind = problem ?? (status >= 500 ? 'unavailable' : 'bad-request');
  const wait = retryAfterSeconds === undefined ? {} : { retryAfterMs: retryAfterSeconds * 1000 };
  return new ServiceProblem(kind, { status, ...wait });
}
