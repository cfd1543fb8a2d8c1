import { KeySet, LicenceAnswer, LicenceRequest, type LicenceClaims } from '../../contract/api/licences.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Offers } from '../catalogue/offers.ts';
import type { Clock } from '../clock.ts';
import { problemResponses } from '../http/problem-answers.ts';
import { ServiceProblem } from '../http/problems.ts';
import type { ServiceApp } from '../http/service-app.ts';
import { bearer, sessionOf, type SessionGuard } from '../sessions/session-guard.ts';
import type { SigningKeys } from './signing-keys.ts';

export interface LicenceRoutesDeps {
  readonly keys: SigningKeys;
  readonly catalogue: Catalogue;
  readonly offers: Offers;
  readonly clock: Clock;
  readonly guard: SessionGuard;
}

const tags = ['Licences'];
/** The `typ` of a licence (RFC 8725 §3.11: one type of token is never taken for another). */
const licenceType = 'lectoroom-licence+jwt';
const lifetimeSeconds = 30 * 86_400;
/** A computer's clock may be a little behind the service's. */
const clockSkewSeconds = 300;

/** `POST /v1/licences` and `GET /v1/keys`. */
export function licenceRoutes(app: ServiceApp, { keys, catalogue, offers, clock, guard }: LicenceRoutesDeps): void {
  app.route({
    method: 'POST',
    url: '/v1/licences',
    onRequest: guard,
    schema: {
      tags,
      summary: 'A licence to play one lecture offline on this computer for 30 days',
      security: bearer,
      body: LicenceRequest,
      response: { 201: LicenceAnswer, ...problemResponses },
    },
    handler: async (request, reply) => {
      const { lectureId, deviceId } = request.body;
      const session = sessionOf(request);
      if (deviceId !== session.device.id) throw new ServiceProblem('not-allowed');
      if (catalogue.lecture(lectureId) === null) throw new ServiceProblem('not-found');
      offers.checkLecture(session.accountId, lectureId);
      const iat = Math.floor(clock.nowMs() / 1000);
      const times = { iat, nbf: iat - clockSkewSeconds, exp: iat + lifetimeSeconds };
      const claims: LicenceClaims = { sub: session.accountId, deviceId, lectureId, ...times };
      return reply.code(201).send({ licence: keys.signJws(licenceType, claims) });
    },
  });

  app.route({
    method: 'GET',
    url: '/v1/keys',
    config: { etag: true },
    schema: {
      tags,
      summary: 'The public keys licences are signed with',
      response: { 200: KeySet, ...problemResponses },
    },
    handler: async () => keys.publicKeys(),
  });
}
