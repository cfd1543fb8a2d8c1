import type { LectureId } from '../../../contract/domain/ids.ts';
import { done, fail } from '../../../contract/result.ts';
import type { Result } from '../../../contract/result.ts';
import type { LicenceVerdict } from '../../ports.ts';
import type { LicencesDeps } from './licence-deps.ts';
import type { LicenceSession } from './licence-session.ts';

/**
 * Asks the service for a licence, checks it and keeps it; `service-nonsense` when it is not genuine. `isCurrent` says whether the account it
 * was asked for is still the one that is open: another one's library is not to get it.
 */
export async function fetchLicence(
  deps: LicencesDeps,
  session: LicenceSession,
  lectureId: LectureId,
  isCurrent: () => boolean,
): Promise<Result<null>> {
  const { deviceId } = session;
  const answer = await deps.authorized((token) => deps.service.licence({ lectureId, deviceId }, token));
  if (!answer.ok) return answer;
  const { licence } = answer.value;

  const check = (): Promise<LicenceVerdict> =>
    session.keys === null
      ? Promise.resolve({ kind: 'unknown-key' })
      : deps.licenceVerifier.verify(licence, { accountId: session.accountId, deviceId, lectureId }, session.keys);

  let verdict = await check();
  if (verdict.kind === 'unknown-key') {
    const keys = await deps.service.keys();
    if (!keys.ok) return keys;
    if (!isCurrent()) return fail('signed-out');
    session.keys = keys.value;
    const kept = await deps.library.licences.putKeys(keys.value);
    if (!kept.ok) return kept;
    verdict = await check();
  }
  if (verdict.kind !== 'genuine') {
    deps.log.warn('licence.not-genuine');
    return fail('service-nonsense');
  }
  if (!isCurrent()) return fail('signed-out');
  const { claims } = verdict;
  const issued = { lectureId, licence, accountId: claims.sub, issuedAtS: claims.iat, expiresAtS: claims.exp };
  const put = await deps.library.licences.put(issued);
  if (!put.ok) return put;
  session.accountId ??= claims.sub;
  session.moments.serviceSays(claims.iat * 1000);
  if (!put.value) return fail('not-downloaded');
  session.claims.set(lectureId, claims);
  session.grace.delete(lectureId);
  return done;
}
