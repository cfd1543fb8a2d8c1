import { randomBytes } from 'node:crypto';
import type { Course } from '../../contract/domain/course.ts';
import type { Stars } from '../../contract/domain/rating.ts';
import type { AccountStore } from '../accounts/account-store.ts';
import { lecturesOf } from '../catalogue/courses.ts';
import type { Clock } from '../clock.ts';
import type { Ratings } from '../ratings/ratings.ts';
import type { Popular } from './popular.ts';

/** What each made-up learner gave a sample course; null: watched, and did not rate. */
const watchedBy: Readonly<Record<string, readonly (Stars | null)[]>> = {
  'course-seeking': [5, 4, 5, null, 5, 4, null, 5, 4, 5, null, 5],
  'course-memory': [5, 5, null, 5, 4, 5, 5, null, 5, 4, 5, 5, null, 5, 5, 4],
  'course-probability': [4, null, 5, null, null, 4, 5, null],
};

/** Made-up learners who watched and rated the sample courses, so that these have figures; nobody can sign in as one of them. */
export function seedSampleLearners(deps: {
  readonly store: Pick<AccountStore, 'insert'>;
  readonly ratings: Pick<Ratings, 'change'>;
  readonly popular: Pick<Popular, 'noteViewer'>;
  readonly courses: readonly Course[];
  readonly clock: Clock;
}): void {
  const { store, ratings, popular, clock } = deps;
  const courses = deps.courses.filter(({ id }) => id in watchedBy);
  const count = Math.max(0, ...courses.map(({ id }) => watchedBy[id]?.length ?? 0));
  for (let index = 0; index < count; index += 1) {
    const learner = store.insert(personOf(index + 1), noPassword(), clock.nowMs());
    if (learner === 'email-taken') continue;
    for (const course of courses) {
      const stars = watchedBy[course.id]?.[index];
      const media = lecturesOf(course)[0]?.media[0];
      if (stars === undefined || media === undefined) continue;
      popular.noteViewer(learner.id, media.id);
      if (stars !== null) {
        ratings.change(learner.id, { kind: 'course', id: course.id }, stars, new Date(clock.nowMs()).toISOString());
      }
    }
  }
}

function personOf(number: number) {
  return {
    name: `Sample learner ${number}`,
    email: `learner-${number}@sample.lectoroom`,
    birthDate: '1990-05-17',
    guardianConfirmed: false,
    acceptedTermsVersion: 'sample',
  };
}

/** Random bytes are the hash of no password that anybody knows. */
function noPassword() {
  return { hash: randomBytes(32), salt: randomBytes(16), n: 2 ** 15, r: 8, p: 1 };
}
