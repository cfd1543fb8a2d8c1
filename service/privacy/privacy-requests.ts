import { PrivacyRequest, type NewPrivacyRequest } from '../../contract/api/personal-data.ts';
import type { AccountId } from '../../contract/domain/ids.ts';
import type { Clock } from '../clock.ts';
import type { ServiceDatabase } from '../database/database.ts';
import { monthsLaterMs } from './calendar.ts';

/** What an operator does with a request. */
export interface RequestStep {
  readonly id: string;
  readonly state: Exclude<PrivacyRequest['state'], 'received'>;
  readonly note?: string;
}

/** What people asked about their data, and what became of it. */
export interface PrivacyRequests {
  /** Sent twice it is kept once, as it was first sent. */
  add(accountId: AccountId, request: NewPrivacyRequest): PrivacyRequest;
  /** Newest first. */
  ofAccount(accountId: AccountId): PrivacyRequest[];
  /** The service's own people answer one. Throws when there is none of this id. */
  answer(step: RequestStep): void;
}

interface Row {
  readonly id: string;
  readonly kind: string;
  readonly text: string;
  readonly asked_at: string;
  readonly received_at_ms: number;
}

interface StepRow {
  readonly at_ms: number;
  readonly state: string;
  readonly note: string;
}

/** Keeps requests in the database. */
export function createPrivacyRequests(deps: {
  readonly database: ServiceDatabase;
  readonly clock: Clock;
}): PrivacyRequests {
  const { database, clock } = deps;
  const insert = database.prepare(
    `INSERT INTO privacy_requests (account_id, id, kind, text, asked_at, received_at_ms)
     VALUES (@accountId, @id, @kind, @text, @askedAt, @nowMs) ON CONFLICT DO NOTHING`,
  );
  const addStep = database.prepare(
    `INSERT INTO privacy_request_steps (account_id, request_id, place, at_ms, state, note)
     SELECT account_id, id, (SELECT count(*) FROM privacy_request_steps WHERE account_id = request.account_id AND request_id = request.id), ?, ?, ?
     FROM privacy_requests AS request WHERE id = ? AND (account_id = ? OR ? IS NULL)`,
  );
  const list = database.prepare<[string], Row>(
    'SELECT * FROM privacy_requests WHERE account_id = ? ORDER BY received_at_ms DESC, julianday(asked_at) DESC, id LIMIT 1000',
  );
  const one = database.prepare<[string, string], Row>('SELECT * FROM privacy_requests WHERE account_id = ? AND id = ?');
  const steps = database.prepare<[string, string], StepRow>(
    'SELECT at_ms, state, note FROM privacy_request_steps WHERE account_id = ? AND request_id = ? ORDER BY place LIMIT 100',
  );
  const iso = (atMs: number) => new Date(atMs).toISOString();

  function describe(accountId: AccountId, row: Row): PrivacyRequest {
    const history = steps
      .all(accountId, row.id)
      .map(({ at_ms: atMs, state, note }) => ({ at: iso(atMs), state, note }));
    const months = history.some(({ state }) => state === 'extended') ? 3 : 1;
    return PrivacyRequest.parse({
      id: row.id,
      kind: row.kind,
      text: row.text,
      askedAt: row.asked_at,
      state: history.at(-1)?.state,
      receivedAt: iso(row.received_at_ms),
      dueAt: iso(monthsLaterMs(row.received_at_ms, months)),
      history,
    });
  }

  const add = database.transaction((accountId: AccountId, request: NewPrivacyRequest): PrivacyRequest => {
    const nowMs = clock.nowMs();
    const isNew = insert.run({ ...request, accountId, nowMs }).changes === 1;
    if (isNew) addStep.run(nowMs, 'received', '', request.id, accountId, accountId);
    const row = one.get(accountId, request.id);
    if (row === undefined) throw new Error('a request just written is missing');
    return describe(accountId, row);
  });

  return {
    add: (accountId, request) => add.immediate(accountId, request),
    ofAccount: (accountId) => list.all(accountId).map((row) => describe(accountId, row)),
    answer({ id, state, note = '' }) {
      if (addStep.run(clock.nowMs(), state, note, id, null, null).changes === 0) {
        throw new Error('there is no request of this id');
      }
    },
  };
}
