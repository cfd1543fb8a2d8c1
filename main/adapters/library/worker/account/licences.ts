import type { KeySet } from '../../../../../contract/api/licences.ts';
import type { LectureId } from '../../../../../contract/domain/ids.ts';
import type { IssuedLicence, KeptLicence, KeptLicences } from '../../../../ports.ts';
import { StoreFault } from '../store-fault.ts';
import { parseKeySet } from './stored-json.ts';
import type { LibraryStatements } from './tables.ts';

/** Everything that is kept about licences. */
export function readLicences(store: LibraryStatements): KeptLicences {
  const facts = store.first(store.build.selectFrom('licence_facts').selectAll());
  if (facts === undefined) throw new StoreFault('library-damaged');
  const rows = store.all(store.build.selectFrom('licences').select(['lecture_id', 'licence']).orderBy('lecture_id'));
  const grace = store.all(store.build.selectFrom('licence_grace').selectAll().orderBy('lecture_id'));
  return {
    accountId: facts.account_id,
    keys: facts.keys === null ? null : parseKeySet(facts.keys),
    moments: { serviceMs: facts.service_moment_ms, latestMs: facts.latest_moment_ms },
    licences: rows.map((row) => ({ lectureId: row.lecture_id, licence: row.licence })),
    graceLectureIds: grace.map((row) => row.lecture_id),
  };
}

/** A lecture's licence. */
export function licenceOfLecture(store: LibraryStatements, id: LectureId): KeptLicence | null {
  const row = store.first(store.build.selectFrom('licences').select('licence').where('lecture_id', '=', id));
  return row === undefined ? null : { lectureId: id, licence: row.licence };
}

/** Keeps what the service has just issued, and its moment, which counts even where it lies before the latest one known. */
export function putLicence(store: LibraryStatements, issued: IssuedLicence): boolean {
  const momentMs = issued.issuedAtS * 1000;
  store.run(
    store.build.updateTable('licence_facts').set(({ fn, val, ref }) => ({
      account_id: fn.coalesce(ref('account_id'), val(issued.accountId)),
      service_moment_ms: momentMs,
      latest_moment_ms: momentMs,
    })),
  );
  const { lectureId, licence, issuedAtS, expiresAtS } = issued;
  // Removed while its licence was on the way.
  const download = store.build.selectFrom('downloads').select('lecture_id').where('lecture_id', '=', lectureId);
  if (store.first(download) === undefined) return false;
  const row = { licence, issued_at_s: issuedAtS, expires_at_s: expiresAtS };
  store.run(
    store.build
      .insertInto('licences')
      .values({ lecture_id: lectureId, ...row })
      .onConflict((conflict) => conflict.column('lecture_id').doUpdateSet(row)),
  );
  endGrace(store, lectureId);
  return true;
}

/** Keeps the service's keys in place of those before. */
export function putKeys(store: LibraryStatements, keys: KeySet): null {
  store.run(store.build.updateTable('licence_facts').set({ keys: JSON.stringify(keys) }));
  return null;
}

/** Raises the latest moment known. */
export function noteMoment(store: LibraryStatements, latestMs: number): null {
  store.run(
    store.build
      .updateTable('licence_facts')
      .set({ latest_moment_ms: Math.floor(latestMs) })
      .where(({ eb, or }) => or([eb('latest_moment_ms', 'is', null), eb('latest_moment_ms', '<', latestMs)])),
  );
  return null;
}

/** From now on the lecture needs a licence, though it was downloaded before there were any. */
export function endGrace(store: LibraryStatements, id: LectureId): null {
  store.run(store.build.deleteFrom('licence_grace').where('lecture_id', '=', id));
  return null;
}

/** Forgets a lecture's licence, with its download. */
export function removeLicence(store: LibraryStatements, id: LectureId): void {
  store.run(store.build.deleteFrom('licences').where('lecture_id', '=', id));
  endGrace(store, id);
}
