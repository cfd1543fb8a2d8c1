import type Database from 'better-sqlite3';
import { makePopulation } from '../../main/adapters/library/worker/account/recommend/testing/population.ts';
import { seededRandom } from '../../main/adapters/transfer/testing/seeded-random.ts';

/** How much is in the library of a very diligent person. */
export interface BusyLibrary {
  readonly courseCount: number;
  /** Lectures that were begun, each with a watched part. */
  readonly watchedCount: number;
  readonly seed: number;
}

const begunCourseCount = 500;
const lectureMs = 600_000;
const asset = { mediaType: 'image/webp', sizeBytes: 1, sha256: 'a'.repeat(64) };

/** Fills an empty library: made-up courses, a quarter of them watched in many lectures. Answers the moment to ask at. */
export function writeBusyLibrary(database: Database.Database, size: BusyLibrary): number {
  const random = seededRandom(size.seed);
  const { courses, nowMs } = makePopulation({
    seed: random,
    courseCount: size.courseCount,
    learnerCount: 0,
    topicCount: 60,
    appealDeviation: 0.6,
  });
  const addCourse = database.prepare(`INSERT INTO courses VALUES (?, '2026-01-01T00:00:00Z', ?, ?, 0)`);
  const addLecture = database.prepare(`INSERT INTO lectures VALUES (?, ?, 0, ?, '', ${lectureMs}, 'cover', ?, 0)`);
  const addProgress = database.prepare('INSERT INTO progress VALUES (?, ?, ?, ?, ?)');
  const addWatched = database.prepare('INSERT INTO watched VALUES (?, 0, ?)');
  // As heavy as the JSON of a real lecture.
  const lectureJson = JSON.stringify({ text: 'x'.repeat(1500) });
  database.transaction(() => {
    for (const { facts } of courses) {
      const { id, title, topics, level, language } = facts;
      const lecturer = { ...facts.lecturer, about: '' };
      const words = { title, summary: '', description: facts.text };
      const head = { id, language, level, topics, ...words, lecturer, cover: { id: 'cover', ...asset } };
      addCourse.run(id, JSON.stringify({ ...head, publishedAt: '2026-01-01T00:00:00Z' }), id.padEnd(64, '0'));
    }
    for (let number = 0; number < size.watchedCount; number += 1) {
      const courseId = courses[number % begunCourseCount]?.facts.id;
      const id = `lecture-${number}`;
      const completed = random() < 0.7 ? 1 : 0;
      const watchedMs = 1 + Math.floor(random() * lectureMs);
      const atMs = Math.floor(nowMs - random() * 700 * 86_400_000);
      addLecture.run(id, courseId, number, lectureJson);
      addProgress.run(id, watchedMs, completed, atMs, completed === 1 ? atMs : null);
      addWatched.run(id, watchedMs);
    }
  })();
  return nowMs;
}
