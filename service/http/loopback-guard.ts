import { ServiceProblem } from './problems.ts';
import type { ServiceApp } from './service-app.ts';

const loopbackHosts = new Set(['127.0.0.1', 'localhost', '[::1]']);

/**
 * Answers only requests addressed to this computer by name: a page whose host name was rebound to 127.0.0.1 gets nothing (RFC 9110 §15.5.20).
 * Also keeps every answer out of foreign pages: no CORS header is ever sent, and types are not guessed.
 */
export function installLoopbackGuard(app: ServiceApp): void {
  app.addHook('onRequest', async (request, reply) => {
    void reply.headers({ 'x-content-type-options': 'nosniff', 'cross-origin-resource-policy': 'same-origin' });
    if (!loopbackHosts.has(request.host.replace(/:\d+$/, ''))) throw new ServiceProblem('not-allowed', { status: 421 });
  });
}
