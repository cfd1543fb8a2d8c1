import type { KeySet, LicenceClaims } from '../../../contract/api/licences.ts';
import type { DeviceId, LectureId, LocalAccountId } from '../../../contract/domain/ids.ts';
import type { LicenceView } from '../../../contract/domain/licence.ts';
import { done, fail, ok } from '../../../contract/result.ts';
import type { Result } from '../../../contract/result.ts';
import type { DownloadRow } from '../../ports.ts';
import { isDue, judgeLicence } from './judge-licence.ts';
import type { LicencesDeps } from './licence-deps.ts';
import { createMoments } from './moments.ts';
import type { Moments } from './moments.ts';

/** What is known of the licences of the account that is open, in memory. */
export interface LicenceSession {
  readonly owner: LocalAccountId;
  readonly deviceId: DeviceId;
  readonly moments: Moments;
  accountId: string | null;
  keys: KeySet | null;
  /** Of genuine licences only. */
  readonly claims: Map<LectureId, LicenceClaims>;
  /** Downloads from before there were licences. */
  readonly grace: Set<LectureId>;
  /** Lectures that are here or on their way. */
  wanted: readonly LectureId[];
}

/** Reads what the library keeps and checks every licence anew: what was planted there counts no more than what is sent. */
export async function loadSession(deps: LicencesDeps, owner: LocalAccountId): Promise<Result<LicenceSession>> {
  const [deviceId, kept, rows] = await Promise.all([
    deps.computer.deviceId(),
    deps.library.licences.read(),
    deps.library.downloads.list(),
  ]);
  if (!deviceId.ok) return deviceId;
  if (!kept.ok) return kept;
  if (!rows.ok) return rows;
  const { accountId, keys, moments, licences, graceLectureIds } = kept.value;
  const claims = new Map<LectureId, LicenceClaims>();
  if (keys !== null && accountId !== null) {
    const check = async ({ lectureId, licence }: (typeof licences)[number]) => {
      const expected = { accountId, deviceId: deviceId.value, lectureId };
      const verdict = await deps.licenceVerifier.verify(licence, expected, keys);
      if (verdict.kind === 'genuine') claims.set(lectureId, verdict.claims);
    };
    await Promise.all(licences.map(check));
    if (claims.size < licences.length) deps.log.warn('licence.refused', { count: licences.length - claims.size });
  }
  return ok({
    owner,
    deviceId: deviceId.value,
    moments: createMoments(deps.clock, moments),
    accountId,
    keys,
    claims,
    grace: new Set(graceLectureIds),
    wanted: wantedOf(rows.value),
  });
}

/** The lectures that need a licence: downloaded, or being fetched now. */
export function wantedOf(rows: readonly Pick<DownloadRow, 'lectureId' | 'state'>[]): readonly LectureId[] {
  const running = ['downloading', 'verifying', 'complete'];
  return rows.filter(({ state }) => running.includes(state)).map(({ lectureId }) => lectureId);
}

/** A lecture's licence as the screens show it. */
export function viewOf({ claims, moments }: LicenceSession, id: LectureId): LicenceView {
  const its = claims.get(id);
  return its === undefined ? { kind: 'none' } : judgeLicence(its, moments.nowMs(), moments.latestMs());
}

/** Whether a licence for it should be asked for. */
export function isLicenceDue(session: LicenceSession, id: LectureId): boolean {
  return isDue(session.claims.get(id) ?? null, viewOf(session, id), session.moments.nowMs());
}

/** Whether a downloaded lecture may be played. */
export function permission(session: LicenceSession, id: LectureId): Result<null> {
  const view = viewOf(session, id);
  switch (view.kind) {
    case 'valid':
      return done;
    case 'none':
      return session.grace.has(id) ? done : fail('licence-missing');
    case 'expired':
      return fail('licence-expired');
    case 'clock':
      return fail('clock-wrong');
  }
}
