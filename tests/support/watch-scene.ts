import { createTestComputer, launchApp } from './launch-app.ts';
import type { LaunchedApp } from './launch-app.ts';
import { createPerson } from './person.ts';
import { sampleCourses } from './samples.ts';
import { wordsOf } from './words.ts';
import type { Words } from './words.ts';

type SampleLecture = ReturnType<typeof sampleCourses>[number]['lectures'][number];

/** The real app, in English, with a sample lecture running from the service. */
export interface WatchScene {
  readonly app: LaunchedApp;
  readonly words: Words;
  /** The one that runs, and the one after it. */
  readonly lectures: readonly [SampleLecture, SampleLecture];
  /** Quits the app and starts it again; `app` is the new one then. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts it on a computer of its own. */
export async function startWatchScene(): Promise<WatchScene> {
  const words = wordsOf('en');
  const course = sampleCourses().find(({ language }) => language === 'en');
  const [lecture, next] = course?.lectures ?? [];
  if (course === undefined || lecture === undefined || next === undefined) throw new Error('no sample course');
  const computer = await createTestComputer();
  const launch = (): Promise<LaunchedApp> =>
    launchApp({ computer, language: 'en', size: { width: 1200, height: 800 } });
  let app = await launch();
  const person = createPerson(app.page, words);
  await person.signInWithSample({ remember: true });
  await person.openCourse(course.title);
  await person.watch(lecture.title);
  await person.playedPast(0.3);
  return {
    get app() {
      return app;
    },
    words,
    lectures: [lecture, next],
    async restart() {
      await app.quit();
      app = await launch();
    },
    async stop() {
      await app.quit();
      await computer.remove();
    },
  };
}
