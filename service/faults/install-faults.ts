import { pipeline, type Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { ServiceApp } from '../http/service-app.ts';
import { bodyStream, byteFaults, changeAnswer } from './answer-faults.ts';
import { countBytes } from './byte-faults.ts';
import { createFaultRules } from './fault-rules.ts';
import { FaultOrder, type Fault } from './fault-schemas.ts';
import type { FaultyClock } from './faulty-clock.ts';
import { applyRequestFaults } from './request-faults.ts';
import { createStats, type Stats } from './stats.ts';

/** Wraps every route in the faults that were ordered, and counts what is sent. For tests only: the routes know nothing of it. */
export function installFaults(app: ServiceApp, clock: FaultyClock): void {
  const rules = createFaultRules();
  const stats = createStats();
  const faultsOf = new WeakMap<FastifyRequest, readonly Fault[]>();

  app.addHook('onRequest', async (request, reply) => {
    const route = routeName(request);
    if (isControl(request)) return;
    stats.countRequest(route);
    const faults = rules.take(route, request.url);
    faultsOf.set(request, faults);
    return await applyRequestFaults(faults, request, reply);
  });

  app.addHook('onSend', async (request, reply, payload) => {
    if (clock.offsetMs() !== 0) void reply.header('date', new Date(clock.nowMs()).toUTCString());
    if (isControl(request)) return payload;
    stats.countStatus(routeName(request), reply.statusCode);
    const faults = faultsOf.get(request) ?? [];
    // What is written to a connection that is gone goes nowhere, head included.
    if (faults.some(({ kind }) => kind === 'loseAnswer')) request.raw.socket.destroy();
    const count = countRange(stats, request, reply);
    const changed = changeAnswer(faults, reply, payload);
    const needsStream = count !== null || faults.length > 0;
    const body = needsStream ? bodyStream(reply, changed) : null;
    if (body === null) return changed;
    const steps = byteFaults(faults, reply);
    if (count !== null) steps.push(countBytes(count));
    return steps.length === 0 ? body : through(body, steps);
  });

  controlRoutes(app, { add: rules.add, clear: rules.clear, stats, clock });
}

interface Controls {
  readonly add: ReturnType<typeof createFaultRules>['add'];
  readonly clear: () => void;
  readonly stats: Stats;
  readonly clock: FaultyClock;
}

function controlRoutes(app: ServiceApp, { add, clear, stats, clock }: Controls): void {
  const nothing = { response: { 204: z.null() } };
  app.post('/_faults', { schema: { body: FaultOrder, ...nothing } }, async ({ body }, reply) => {
    add(body.rules);
    if (body.clockOffsetMs !== undefined) clock.setOffset(body.clockOffsetMs);
    return reply.code(204).send(null);
  });
  app.delete('/_faults', { schema: nothing }, async (_request, reply) => {
    clear();
    clock.setOffset(0);
    return reply.code(204).send(null);
  });
  app.get('/_stats', async () => stats.read());
  app.delete('/_stats', { schema: nothing }, async (_request, reply) => {
    stats.clear();
    return reply.code(204).send(null);
  });
}

/** Method and pattern as the API writes it: `GET /v1/media/{id}`. */
function routeName(request: FastifyRequest): string {
  const pattern = request.routeOptions.url ?? '/unknown';
  return `${request.method} ${pattern.replaceAll(/:(\w+)/g, '{$1}')}`;
}

function isControl(request: FastifyRequest): boolean {
  return request.url.startsWith('/_');
}

function countRange(stats: Stats, request: FastifyRequest, reply: FastifyReply): ((bytes: number) => void) | null {
  if (request.routeOptions.url !== '/v1/media/:id' || request.method !== 'GET') return null;
  const status = reply.statusCode;
  if (status !== 200 && status !== 206) return null;
  const [, first, last] = /^bytes (\d+)-(\d+)\//.exec(String(reply.getHeader('content-range') ?? '')) ?? [];
  const size = Number(reply.getHeader('content-length') ?? 0);
  const { id } = request.params as { id: string };
  return stats.beginRange(id, { status, first: Number(first ?? 0), last: Number(last ?? size - 1) });
}

/** Leads a body through streams; when the caller goes, all of them are destroyed and the file is closed. */
function through(body: Readable, steps: readonly NodeJS.ReadWriteStream[]): NodeJS.ReadableStream {
  const last = steps.at(-1);
  if (last === undefined) return body;
  pipeline([body, ...steps], () => {});
  return last;
}
