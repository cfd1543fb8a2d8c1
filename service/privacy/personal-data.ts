import type { PersonalData } from '../../contract/api/personal-data.ts';
import { CourseId, type AccountId } from '../../contract/domain/ids.ts';
import type { Accounts } from '../accounts/accounts.ts';
import type { ServiceDatabase } from '../database/database.ts';
import type { Ratings } from '../ratings/ratings.ts';
import { dayOf } from './calendar.ts';
import type { Consents } from './consents.ts';
import type { PrivacyRequests } from './privacy-requests.ts';
import type { ProcessingChoices } from './processing.ts';
import type { Profiles } from './profiles.ts';

export interface PersonalDataDeps {
  readonly database: ServiceDatabase;
  readonly accounts: Pick<Accounts, 'get'>;
  readonly profiles: Profiles;
  readonly choices: Pick<ProcessingChoices, 'marketing' | 'processing'>;
  readonly ratings: Pick<Ratings, 'ofAccount'>;
  readonly consents: Pick<Consents, 'ofAccount'>;
  readonly requests: Pick<PrivacyRequests, 'ofAccount'>;
}

/** Everything that is held of a person; no password, no token, no key. */
export function createPersonalData(deps: PersonalDataDeps): (id: AccountId) => PersonalData {
  const { database } = deps;
  const sessions = database.prepare<[string], { name: string; platform: string; last_seen_at_ms: number }>(
    `SELECT device_name AS name, device_platform AS platform, last_seen_at_ms FROM sessions WHERE account_id = ?
     ORDER BY last_seen_at_ms DESC LIMIT 1000`,
  );
  const activity = database.prepare<[string], { events: number; first_ms: number | null; last_ms: number | null }>(
    `WITH told AS (
       SELECT coalesce(event ->> '$.sitting.startedAtMs', event ->> '$.lecture.position.watchedAtMs', event ->> '$.lecture.completion.atMs') AS first_ms,
         coalesce(event ->> '$.sitting.endedAtMs', event ->> '$.lecture.position.watchedAtMs', event ->> '$.lecture.completion.atMs') AS last_ms
       FROM history_events WHERE account_id = ?
     ) SELECT count(*) AS events, min(first_ms) AS first_ms, max(last_ms) AS last_ms FROM told`,
  );
  const views = database.prepare<[string], { course_id: string; last_day: number }>(
    'SELECT course_id, last_day FROM course_viewers WHERE account_id = ? ORDER BY course_id LIMIT 10000',
  );
  const contacts = database.prepare<[string], { at_ms: number; reason: string; text: string }>(
    'SELECT at_ms, reason, text FROM support_contacts WHERE account_id = ? ORDER BY at_ms DESC LIMIT 10000',
  );
  const bills = database.prepare<[string], { on_date: string; description: string; amount: string }>(
    'SELECT on_date, description, amount FROM billing WHERE account_id = ? ORDER BY on_date DESC LIMIT 10000',
  );
  const iso = (atMs: number) => new Date(atMs).toISOString();
  const isoOrNull = (atMs: number | null) => (atMs === null ? null : iso(atMs));

  return (id) => {
    const account = deps.accounts.get(id);
    const { events = 0, first_ms: firstMs = null, last_ms: lastMs = null } = activity.get(id) ?? {};
    return {
      account,
      profile: deps.profiles.get(id),
      paymentMethod: deps.profiles.paymentMethod(id),
      marketing: deps.choices.marketing(id),
      processing: deps.choices.processing(id),
      sessions: sessions
        .all(id)
        .map(({ name, platform, last_seen_at_ms: atMs }) => ({ name, platform, lastSeenAt: iso(atMs) })),
      activity: { historyEvents: events, firstAt: isoOrNull(firstMs), lastAt: isoOrNull(lastMs) },
      viewedCourses: views.all(id).map(({ course_id: courseId, last_day: day }) => ({
        courseId: CourseId.parse(courseId),
        lastDay: dayOf(day * 86_400_000),
      })),
      ratings: deps.ratings
        .ofAccount(id)
        .map(({ kind, id: subjectId, stars, changedAt }) => ({ subject: `${kind}/${subjectId}`, stars, changedAt })),
      supportContacts: contacts.all(id).map(({ at_ms: atMs, reason, text }) => ({ at: iso(atMs), reason, text })),
      billing: bills.all(id).map(({ on_date: at, description, amount }) => ({ at, description, amount })),
      consents: deps.consents.ofAccount(id),
      requests: deps.requests.ofAccount(id),
    };
  };
}
