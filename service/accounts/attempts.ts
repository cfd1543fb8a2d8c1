import { createHmac } from 'node:crypto';
import type { Clock } from '../clock.ts';
import type { ServiceDatabase } from '../database/database.ts';
import { ServiceProblem } from '../http/problems.ts';

const windowMs = 15 * 60_000;

/** Failures allowed within 15 minutes. */
export const attemptLimits = { email: 5, address: 20 } as const;

/** Who tries: by e-mail or by network address. */
export interface AttemptSubject {
  readonly kind: keyof typeof attemptLimits;
  readonly value: string;
}

/** Limits guessing of passwords. */
export interface Attempts {
  /**
   * Counts an attempt before it is made, so that many at once do not slip through; throws `too-many-attempts` with the time to wait. The
   * returned function takes the attempt back: it succeeded.
   */
  begin(subjects: readonly AttemptSubject[]): () => void;
}

/** Counts attempts in the database; subjects are kept only as HMACs, so an unknown e-mail is not kept. */
export function createAttempts(database: ServiceDatabase, clock: Clock, key: Buffer): Attempts {
  const purge = database.prepare<[number]>('DELETE FROM attempts WHERE at_ms <= ?');
  const insert = database.prepare<[Buffer, number]>('INSERT INTO attempts (subject, at_ms) VALUES (?, ?)');
  const remove = database.prepare<[number]>('DELETE FROM attempts WHERE id = ?');
  const clear = database.prepare<[Buffer]>('DELETE FROM attempts WHERE subject = ?');
  /** The attempt that has to grow old before the next one may be made. */
  const blocking = database.prepare<[Buffer, number], { at_ms: number }>(
    'SELECT at_ms FROM attempts WHERE subject = ? ORDER BY at_ms DESC LIMIT 1 OFFSET ?',
  );

  const begin = database.transaction((subjects: readonly AttemptSubject[]) => {
    const nowMs = clock.nowMs();
    purge.run(nowMs - windowMs);
    const counted = subjects.map(({ kind, value }) => ({
      kind,
      subject: createHmac('sha256', key).update(`${kind}\n${value}`).digest(),
    }));
    const waits = counted.map(({ kind, subject }) => {
      const row = blocking.get(subject, attemptLimits[kind] - 1);
      return row === undefined ? 0 : row.at_ms + windowMs - nowMs;
    });
    const retryAfterMs = Math.max(0, ...waits);
    if (retryAfterMs > 0) throw new ServiceProblem('too-many-attempts', { retryAfterMs });
    return counted.map((entry) => ({ ...entry, id: Number(insert.run(entry.subject, nowMs).lastInsertRowid) }));
  });

  return {
    begin(subjects) {
      const made = begin.immediate(subjects);
      return () => {
        // A right password clears the e-mail's failures; an address keeps its others, or one own account would wash them off.
        for (const { kind, subject, id } of made) {
          if (kind === 'email') clear.run(subject);
          else remove.run(id);
        }
      };
    },
  };
}
