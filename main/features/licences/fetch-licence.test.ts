import { expect, it } from 'vitest';
import type { KeySet } from '../../../contract/api/licences.ts';
import { DeviceId, LectureId, LocalAccountId } from '../../../contract/domain/ids.ts';
import { done, fail, ok } from '../../../contract/result.ts';
import type { Result } from '../../../contract/result.ts';
import { createFakeClock } from '../../../tests/fakes/fake-clock.ts';
import { createListLog } from '../../../tests/fakes/silent-log.ts';
import type { IssuedLicence, LicenceExpectation, LicenceVerdict } from '../../ports.ts';
import { fetchLicence } from './fetch-licence.ts';
import type { LicencesDeps } from './licence-deps.ts';
import type { LicenceSession } from './licence-session.ts';
import { createMoments } from './moments.ts';

const lectureId = LectureId.parse('l-1');
const deviceId = DeviceId.parse('d-1');
const keys: KeySet = { keys: [] };
const claims = { sub: 'a-1', deviceId, lectureId, iat: 5000, nbf: 4700, exp: 9000 };
const genuine: LicenceVerdict = { kind: 'genuine', claims };

function bench(
  verdicts: LicenceVerdict[],
  change: { readonly session?: Partial<LicenceSession>; readonly put?: boolean } = {},
) {
  const clock = createFakeClock();
  const log = createListLog();
  const put: IssuedLicence[] = [];
  const expectations: LicenceExpectation[] = [];
  let keyCalls = 0;
  const store = {
    put: (issued: IssuedLicence) => Promise.resolve(ok((put.push(issued), change.put ?? true))),
    putKeys: () => Promise.resolve(done),
  };
  const deps = {
    library: { licences: store },
    licenceVerifier: {
      verify: (_text: string, expected: LicenceExpectation) => {
        expectations.push(expected);
        return Promise.resolve(verdicts.shift() ?? { kind: 'forged' });
      },
    },
    service: {
      licence: () => Promise.resolve(ok({ licence: 'a.b.c' })),
      keys: () => {
        keyCalls += 1;
        return Promise.resolve(ok(keys));
      },
    },
    clock,
    log,
    authorized: <T>(call: (token: string) => Promise<Result<T>>) => call('token'),
  } as unknown as LicencesDeps;
  const session: LicenceSession = {
    owner: LocalAccountId.parse('a'.repeat(32)),
    deviceId,
    moments: createMoments(clock, { serviceMs: null, latestMs: null }),
    accountId: null,
    keys,
    claims: new Map(),
    grace: new Set([lectureId]),
    wanted: [],
    ...change.session,
  };
  return { deps, session, put, expectations, log, keyCalls: () => keyCalls };
}

it('D9: the first licence says whose the account is; every later one must be of the same', async () => {
  const { deps, session, put, expectations } = bench([genuine, genuine]);
  expect(await fetchLicence(deps, session, lectureId, () => true)).toEqual(done);
  expect(put).toEqual([{ lectureId, licence: 'a.b.c', accountId: 'a-1', issuedAtS: 5000, expiresAtS: 9000 }]);
  expect([session.accountId, session.moments.latestMs(), session.grace.size]).toEqual(['a-1', 5_000_000, 0]);
  await fetchLicence(deps, session, lectureId, () => true);
  expect(expectations.map(({ accountId }) => accountId)).toEqual([null, 'a-1']);
});

it('D9: an unknown key is looked up at the service, once', async () => {
  const { deps, session, keyCalls } = bench([{ kind: 'unknown-key' }, genuine]);
  expect(await fetchLicence(deps, session, lectureId, () => true)).toEqual(done);
  expect(keyCalls()).toBe(1);
  const never = bench([{ kind: 'unknown-key' }, { kind: 'unknown-key' }]);
  expect(await fetchLicence(never.deps, never.session, lectureId, () => true)).toEqual(fail('service-nonsense'));
  expect([never.keyCalls(), never.put]).toEqual([1, []]);
});

it('D9: without any keys the service is asked for them first', async () => {
  const { deps, session, keyCalls } = bench([genuine], { session: { keys: null } });
  expect(await fetchLicence(deps, session, lectureId, () => true)).toEqual(done);
  expect([keyCalls(), session.keys]).toEqual([1, keys]);
});

it('D9: a forged one is neither kept nor believed, and the log has no word of it but that', async () => {
  const { deps, session, put, log } = bench([{ kind: 'forged' }]);
  expect(await fetchLicence(deps, session, lectureId, () => true)).toEqual(fail('service-nonsense'));
  expect([put, session.claims.size, session.grace.size, session.moments.latestMs()]).toEqual([[], 0, 1, null]);
  expect(log.lines).toEqual(['warn licence.not-genuine {}']);
});

it('A6 D9: what comes after another account was opened is not kept', async () => {
  const { deps, session, put } = bench([genuine]);
  expect(await fetchLicence(deps, session, lectureId, () => false)).toEqual(fail('signed-out'));
  expect([put, session.claims.size]).toEqual([[], 0]);
});

it('D9: what comes after the download was removed is not kept', async () => {
  const { deps, session } = bench([genuine], { put: false });
  expect(await fetchLicence(deps, session, lectureId, () => true)).toEqual(fail('not-downloaded'));
  expect(session.claims.size).toBe(0);
});
