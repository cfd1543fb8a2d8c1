import { Level } from '../../../../../../../contract/domain/course.ts';
import { CourseId } from '../../../../../../../contract/domain/ids.ts';
import type { CourseFacts } from '../course-facts.ts';
import type { WatchedLecture } from '../interest.ts';

/** How large a made-up world is. */
export interface PopulationSize {
  readonly seed: () => number;
  readonly courseCount: number;
  readonly learnerCount: number;
  readonly topicCount: number;
  /** How unequal courses are in appeal: the deviation of its logarithm; 0: all alike. */
  readonly appealDeviation: number;
}

/** A course, and what only its maker knows. */
export interface MadeCourse {
  readonly facts: CourseFacts;
  /** What it is really about: parts of topics, together 1. */
  readonly mixture: ReadonlyMap<number, number>;
  /** How often it is come across and liked, whatever it is about. */
  readonly appeal: number;
  readonly lecturer: number;
}

/** A course that a learner began, and what came of it. */
export interface Pick {
  readonly course: number;
  readonly lectures: readonly WatchedLecture[];
}

/** Somebody with interests that nobody sees; picks in the order of time. */
export interface Learner {
  readonly picks: readonly Pick[];
  /** How much they would like a course at the end, who knows them wholly. */
  liking(course: number): number;
}

/** A world of courses and learners. */
export interface Population {
  readonly courses: readonly MadeCourse[];
  readonly learners: readonly Learner[];
  /** When it is looked at, in milliseconds since 1970, UTC. */
  readonly nowMs: number;
}

const dayMs = 86_400_000;
const nowMs = Date.UTC(2026, 10, 1);
const wordsOfTopic = 60;
const usualWordCount = 800;
/** A topic's label is missing, or another one stands there: catalogues are made by people. */
const missingLabelShare = 0.15;
const wrongLabelShare = 0.1;
/** A pick that has nothing to do with interests: somebody else's advice, a pretty cover. */
const noiseShare = 0.15;
/** So many courses does a learner come across before a pick, the appealing ones more often. */
const seenCount = 120;

/**
 * Makes courses and learners by a model of its own: people have a few interests that drift, come across appealing courses more often, pick by
 * interest, appeal and chance, and finish what they like. It knows nothing of how recommendations are computed.
 */
export function makePopulation(size: PopulationSize): Population {
  const { seed: random, courseCount, learnerCount, topicCount, appealDeviation } = size;
  const below = (count: number): number => Math.floor(random() * count);
  const letters = 'бвгдклмнпрстabdeghiklmnoprstuvz';
  const madeWord = (): string =>
    Array.from({ length: 5 + below(5) }, () => letters.charAt(below(letters.length))).join('');
  const usualWords = Array.from({ length: usualWordCount }, madeWord);
  const topics = Array.from({ length: topicCount }, (_, number) => ({
    label: `topic-${number}`,
    words: Array.from({ length: wordsOfTopic }, madeWord),
  }));
  const lecturers = Array.from({ length: Math.max(4, Math.round(courseCount / 6)) }, () => [
    below(topicCount),
    below(topicCount),
  ]);

  /** Of a few topics one carries most. */
  function mixtureAround(main: number): ReadonlyMap<number, number> {
    const mixture = new Map([[main, 0.6 + random() * 0.4]]);
    const rest = 1 - (mixture.get(main) ?? 0);
    const other = below(topicCount);
    mixture.set(other, (mixture.get(other) ?? 0) + rest);
    return mixture;
  }

  function labelsOf(mixture: ReadonlyMap<number, number>): readonly string[] {
    return [...mixture].flatMap(([topic, part]) => {
      if (part < 0.15 || random() < missingLabelShare) return [];
      return [topics[random() < wrongLabelShare ? below(topicCount) : topic]?.label ?? ''];
    });
  }

  function textOf(mixture: ReadonlyMap<number, number>, length: number): string {
    return Array.from({ length }, () => {
      if (random() < 0.6) return usualWords[below(usualWordCount)] ?? '';
      const at = random();
      let passed = 0;
      for (const [topic, part] of mixture) {
        passed += part;
        if (at <= passed) return topics[topic]?.words[below(wordsOfTopic)] ?? '';
      }
      return '';
    }).join(' ');
  }

  function madeCourse(number: number): MadeCourse {
    const lecturer = below(lecturers.length);
    const mixture = mixtureAround(lecturers[lecturer]?.[below(2)] ?? 0);
    return {
      mixture,
      lecturer,
      appeal: Math.exp(bell() * appealDeviation),
      facts: {
        id: CourseId.parse(`course-${String(number).padStart(4, '0')}`),
        title: textOf(mixture, 5),
        text: textOf(mixture, 70),
        topics: labelsOf(mixture),
        lecturer: { id: `lecturer-${lecturer}`, name: `Lecturer ${lecturer}` },
        level: Level.options[below(3)] ?? 'beginner',
        language: random() < 0.7 ? 'en' : 'ru',
        isOffered: true,
      },
    };
  }

  /** About normal, mean 0, deviation 1 (sum of twelve). */
  function bell(): number {
    return Array.from({ length: 12 }, random).reduce((sum, each) => sum + each, -6);
  }

  const courses = Array.from({ length: courseCount }, (_, number) => madeCourse(number));
  const rising: number[] = [];
  for (const { appeal } of courses) rising.push((rising.at(-1) ?? 0) + appeal);

  /** A course, the appealing ones more often. */
  function comeAcross(): number {
    const at = random() * (rising.at(-1) ?? 0);
    let low = 0;
    let high = rising.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((rising[middle] ?? 0) < at) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  function newInterests(): Map<number, number> {
    return new Map(Array.from({ length: 2 + below(3) }, () => [below(topicCount), 0.4 + random()] as const));
  }

  function likingOf(course: MadeCourse, interests: ReadonlyMap<number, number>): number {
    let sum = 0;
    for (const [topic, part] of course.mixture) sum += part * (interests.get(topic) ?? 0);
    return sum;
  }

  function madeLearner(): Learner {
    let interests = newInterests();
    const language = random() < 0.7 ? 'en' : 'ru';
    const isBilingual = random() < 0.25;
    const dear = new Map<number, number>();
    const pickCount = 6 + below(20);
    const picks: Pick[] = [];
    const begun = new Set<number>();
    for (let number = 0; number < pickCount; number += 1) {
      if (random() < 0.08) interests = drifted(interests);
      const seen = Array.from({ length: seenCount }, comeAcross).filter((course) => !begun.has(course));
      const understood = seen.filter((course) => isBilingual || courses[course]?.facts.language === language);
      const course = random() < noiseShare ? seen[0] : favourite(understood);
      const made = course === undefined ? undefined : courses[course];
      if (course === undefined || made === undefined) continue;
      begun.add(course);
      const pleasure = likingOf(made, interests);
      dear.set(made.lecturer, (dear.get(made.lecturer) ?? 0) + pleasure * 0.3);
      const atMs = nowMs - Math.round(((pickCount - number) / pickCount) * 300 * dayMs);
      picks.push({ course, lectures: watchedOf(made, pleasure, atMs) });
    }
    return {
      picks,
      liking(course) {
        const made = courses[course];
        return made === undefined || !(isBilingual || made.facts.language === language) ? 0 : likingOf(made, interests);
      },
    };

    function favourite(among: readonly number[]): number | undefined {
      let best: { readonly course: number; readonly wish: number } | null = null;
      for (const course of among) {
        const made = courses[course];
        if (made === undefined) continue;
        const loyalty = Math.min(0.6, dear.get(made.lecturer) ?? 0);
        const wish = 4 * likingOf(made, interests) + loyalty + 0.4 * Math.log(made.appeal) + chance();
        if (best === null || wish > best.wish) best = { course, wish };
      }
      return best?.course;
    }
  }

  /** Gumbel's distribution: the best of many then is the choice of a logit (McFadden 1974). */
  function chance(): number {
    return -Math.log(-Math.log(random() || Number.MIN_VALUE));
  }

  /** One interest goes, another comes. */
  function drifted(interests: ReadonlyMap<number, number>): Map<number, number> {
    const kept = [...interests].slice(1);
    return new Map([...kept, [below(topicCount), 0.4 + random()]]);
  }

  function watchedOf({ facts }: MadeCourse, pleasure: number, atMs: number): readonly WatchedLecture[] {
    const lectureCount = 3 + below(6);
    const watched: WatchedLecture[] = [];
    for (let lecture = 0; lecture < lectureCount; lecture += 1) {
      const completed = random() < 0.25 + 0.65 * Math.min(1, pleasure);
      const share = completed ? 1 : random() < 0.5 ? random() * 0.1 : random();
      watched.push({ courseId: facts.id, completed, share, watchedAtMs: atMs + lecture * dayMs });
      if (!completed && random() < 0.7) break;
    }
    return watched;
  }

  return { courses, learners: Array.from({ length: learnerCount }, madeLearner), nowMs };
}
