import type { Marketing, Processing } from '../../contract/api/personal-data.ts';
import type { AccountId } from '../../contract/domain/ids.ts';
import type { ServiceDatabase } from '../database/database.ts';
import { ServiceProblem } from '../http/problems.ts';

/** What people want by mail, and which uses of their data they have stopped. */
export interface ProcessingChoices {
  marketing(id: AccountId): Marketing;
  /** `restricted` for turning mail on while the person objects to it, or has stopped the use of their data. */
  setMarketing(id: AccountId, wanted: Marketing): Marketing;
  processing(id: AccountId): Processing;
  /** Objecting to marketing turns mail off; objecting to profiling deletes what was kept for counting who watches what. */
  setProcessing(id: AccountId, wanted: Processing): Processing;
  /** Throws `restricted` while the person has stopped the use of their data (GDPR Art. 18). */
  refuseIfRestricted(id: AccountId): void;
}

interface Row {
  readonly newsletter: number;
  readonly offers: number;
  readonly restricted: number;
  readonly objects_to_marketing: number;
  readonly objects_to_profiling: number;
}

/** Keeps both in the accounts' rows. */
export function createProcessingChoices(deps: {
  readonly database: ServiceDatabase;
  /** What was deleted is to be found nowhere. */
  readonly forgetDeleted: () => void;
}): ProcessingChoices {
  const { database, forgetDeleted } = deps;
  const read = database.prepare<[string], Row>(
    'SELECT newsletter, offers, restricted, objects_to_marketing, objects_to_profiling FROM accounts WHERE id = ?',
  );
  const writeMarketing = database.prepare('UPDATE accounts SET newsletter = ?, offers = ? WHERE id = ?');
  const writeProcessing = database.prepare(
    'UPDATE accounts SET restricted = ?, objects_to_marketing = ?, objects_to_profiling = ? WHERE id = ?',
  );
  const forgetViews = database.prepare('DELETE FROM course_viewers WHERE account_id = ?');

  function row(id: AccountId): Row {
    const found = read.get(id);
    if (found === undefined) throw new ServiceProblem('session-ended');
    return found;
  }

  function processing(id: AccountId): Processing {
    const { restricted, objects_to_marketing: marketing, objects_to_profiling: profiling } = row(id);
    return {
      restricted: restricted === 1,
      objectsToMarketing: marketing === 1,
      objectsToProfiling: profiling === 1,
    };
  }

  function marketing(id: AccountId): Marketing {
    const { newsletter, offers } = row(id);
    return { newsletter: newsletter === 1, offers: offers === 1 };
  }

  const setMarketing = database.transaction((id: AccountId, wanted: Marketing): Marketing => {
    const now = marketing(id);
    const { restricted, objectsToMarketing } = processing(id);
    const turnsOn = (wanted.newsletter && !now.newsletter) || (wanted.offers && !now.offers);
    if (turnsOn && (restricted || objectsToMarketing)) throw new ServiceProblem('restricted');
    writeMarketing.run(Number(wanted.newsletter), Number(wanted.offers), id);
    return marketing(id);
  });

  const setProcessing = database.transaction((id: AccountId, wanted: Processing): Processing => {
    row(id);
    const { restricted, objectsToMarketing, objectsToProfiling } = wanted;
    writeProcessing.run(Number(restricted), Number(objectsToMarketing), Number(objectsToProfiling), id);
    if (objectsToMarketing) writeMarketing.run(0, 0, id);
    if (objectsToProfiling) forgetViews.run(id);
    return processing(id);
  });

  return {
    marketing,
    processing,
    setMarketing: (id, wanted) => setMarketing.immediate(id, wanted),
    setProcessing(id, wanted) {
      const after = setProcessing.immediate(id, wanted);
      forgetDeleted();
      return after;
    },
    refuseIfRestricted(id) {
      if (processing(id).restricted) throw new ServiceProblem('restricted');
    },
  };
}
