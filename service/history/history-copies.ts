import { randomBytes } from 'node:crypto';
import type { HistoryPart, SendHistoryAnswer } from '../../contract/api/history.ts';
import type { AccountId } from '../../contract/domain/ids.ts';
import { laterStamp } from '../../contract/domain/stamp.ts';
import {
  HistoryEvent,
  joinLectures,
  joinReasons,
  joinSittings,
  untouchedLecture,
} from '../../contract/domain/synced.ts';
import type { ServiceDatabase } from '../database/database.ts';

/** The copies of people's watch histories, through which their computers tell each other. */
export interface HistoryCopies {
  /** Takes what a computer tells; what is known already changes nothing. With another epoch nothing is taken. */
  take(accountId: AccountId, epoch: string, events: readonly unknown[]): SendHistoryAnswer;
  /** What has become known behind a place. */
  since(accountId: AccountId, place: number): HistoryPart;
  /** Deletes the copy (if it is this one), so that nothing of it is to be found. */
  delete(accountId: AccountId, epoch: string | null): void;
}

type EventOf<K extends HistoryEvent['kind']> = Extract<HistoryEvent, { kind: K }>;
type SubjectKind = 'sitting' | 'lecture' | 'cleared';

const pageEvents = 200;
const pageLength = 1_000_000;

/** Keeps them in the database. */
export function createHistoryCopies(deps: {
  readonly database: ServiceDatabase;
  readonly forgetDeleted: () => void;
}): HistoryCopies {
  const { database, forgetDeleted } = deps;
  const copyOf = database.prepare<[string], { epoch: string; last_place: number }>(
    'SELECT epoch, last_place FROM history_copies WHERE account_id = ?',
  );
  const makeCopy = database.prepare(
    'INSERT INTO history_copies (account_id, epoch, last_place) VALUES (?, ?, 0) ON CONFLICT DO NOTHING',
  );
  const renewCopy = database.prepare('UPDATE history_copies SET epoch = ?, last_place = 0 WHERE account_id = ?');
  const nextPlace = database
    .prepare<[string], number>(
      'UPDATE history_copies SET last_place = last_place + 1 WHERE account_id = ? RETURNING last_place',
    )
    .pluck();
  const read = database
    .prepare<[string, SubjectKind, string], string>(
      'SELECT event FROM history_events WHERE account_id = ? AND kind = ? AND subject = ?',
    )
    .pluck();
  const put = database.prepare(
    `INSERT INTO history_events (account_id, kind, subject, place, born, event) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (account_id, kind, subject) DO UPDATE SET place = excluded.place, born = excluded.born, event = excluded.event`,
  );
  const clear = database.prepare("DELETE FROM history_events WHERE account_id = ? AND kind = 'sitting' AND born <= ?");
  const list = database.prepare<[string, number, number], { place: number; event: string }>(
    'SELECT place, event FROM history_events WHERE account_id = ? AND place > ? ORDER BY place LIMIT ?',
  );
  const wipe = database.prepare('DELETE FROM history_events WHERE account_id = ?');

  function copy(accountId: AccountId): { readonly epoch: string } {
    makeCopy.run(accountId, newEpoch());
    const found = copyOf.get(accountId);
    if (found === undefined) throw new Error('a copy just made is missing');
    return found;
  }

  function known<K extends HistoryEvent['kind']>(
    accountId: AccountId,
    kind: SubjectKind,
    subject: string,
    ...wanted: readonly K[]
  ): EventOf<K> | null {
    const text = read.get(accountId, kind, subject);
    if (text === undefined) return null;
    const event = HistoryEvent.parse(JSON.parse(text));
    return wanted.some((each) => each === event.kind) ? (event as EventOf<K>) : null;
  }

  function write(accountId: AccountId, kind: SubjectKind, subject: string, event: HistoryEvent): void {
    const born = event.kind === 'sitting' ? event.sitting.born : null;
    const text = JSON.stringify(event);
    if (read.get(accountId, kind, subject) === text) return;
    put.run(accountId, kind, subject, nextPlace.get(accountId), born, text);
  }

  function takeOne(accountId: AccountId, event: HistoryEvent): void {
    switch (event.kind) {
      case 'lecture': {
        const { lecture } = event;
        const before = known(accountId, 'lecture', lecture.lectureId, 'lecture')?.lecture;
        const joined = joinLectures(before ?? untouchedLecture(lecture.lectureId), lecture);
        write(accountId, 'lecture', lecture.lectureId, { kind: 'lecture', lecture: joined });
        return;
      }
      case 'sitting': {
        const { sitting } = event;
        const cleared = known(accountId, 'cleared', '', 'cleared')?.stamp ?? null;
        if (cleared !== null && sitting.born <= cleared) return;
        const before = known(accountId, 'sitting', sitting.id, 'sitting', 'removed');
        if (before?.kind === 'removed') return;
        const joined = before === null ? sitting : joinSittings(before.sitting, sitting);
        write(accountId, 'sitting', sitting.id, { kind: 'sitting', sitting: joined });
        return;
      }
      case 'removed': {
        const before = known(accountId, 'sitting', event.id, 'removed');
        const reason = before === null ? event.reason : joinReasons(before.reason, event.reason);
        write(accountId, 'sitting', event.id, { kind: 'removed', id: event.id, reason });
        return;
      }
      case 'cleared': {
        const before = known(accountId, 'cleared', '', 'cleared')?.stamp ?? null;
        const stamp = laterStamp(before, event.stamp) ?? event.stamp;
        write(accountId, 'cleared', '', { kind: 'cleared', stamp });
        clear.run(accountId, stamp);
      }
    }
  }

  const takeAll = database.transaction(
    (accountId: AccountId, epoch: string, events: readonly unknown[]): SendHistoryAnswer => {
      const answer = { epoch: copy(accountId).epoch, taken: [] as number[], refused: [] as number[] };
      if (answer.epoch !== epoch) return answer;
      for (const [place, event] of events.entries()) {
        const parsed = HistoryEvent.safeParse(event);
        if (parsed.success) takeOne(accountId, parsed.data);
        (parsed.success ? answer.taken : answer.refused).push(place);
      }
      return answer;
    },
  );

  const page = database.transaction((accountId: AccountId, since: number): HistoryPart => {
    const { epoch } = copy(accountId);
    const events: HistoryEvent[] = [];
    let cursor = since;
    let length = 0;
    let hasMore = false;
    for (const row of list.all(accountId, since, pageEvents + 1)) {
      length += row.event.length;
      hasMore = events.length === pageEvents || (events.length > 0 && length > pageLength);
      if (hasMore) break;
      events.push(HistoryEvent.parse(JSON.parse(row.event)));
      cursor = row.place;
    }
    return { epoch, events, cursor: String(cursor), hasMore };
  });

  const remove = database.transaction((accountId: AccountId, epoch: string | null) => {
    if (epoch !== null && copyOf.get(accountId)?.epoch !== epoch) return;
    wipe.run(accountId);
    renewCopy.run(newEpoch(), accountId);
  });

  return {
    take(accountId, epoch, events) {
      const answer = takeAll.immediate(accountId, epoch, events);
      forgetDeleted();
      return answer;
    },
    since: (accountId, place) => page.immediate(accountId, place),
    delete(accountId, epoch) {
      remove.immediate(accountId, epoch);
      forgetDeleted();
    },
  };
}

function newEpoch(): string {
  return randomBytes(12).toString('base64url');
}
