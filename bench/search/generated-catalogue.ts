import type { CatalogueDelta } from '../../contract/api/catalogue.ts';
import type { Course, Lecture } from '../../contract/domain/course.ts';
import { sampleCourse, sampleLecture } from '../../main/adapters/library/testing/sample-data.ts';
import { seededRandom } from '../../main/adapters/transfer/testing/seeded-random.ts';

/** The word that stands in every row, in each language. */
export const everywhere = { en: 'everywhere', ru: 'повсюду' } as const;

/** A catalogue out of a seed, and some of its titles. */
export interface GeneratedCatalogue {
  readonly delta: CatalogueDelta;
  readonly titles: readonly string[];
}

const lecturesPerCourse = 50;
const vocabularySize = 20_000;
const syllables = {
  en: 'ba be bi bo bu da de di do ga ge go ka ke ki ko la le li lo ma me mi mo na ne no pa pe po ra re ri ro sa se si so ta te ti to va ve vi vo za zo'.split(
    ' ',
  ),
  ru: 'ба бе би бо бу да де ди до га ге го ка ке ки ко ла ле ли ло ма ме ми мо на не но па пе по ра ре ри ро са се си со та те ти то ва ве ви во за зо'.split(
    ' ',
  ),
} as const;

/** Makes `lectureCount` lectures, half of them in each language; a few words are common and most are rare (Zipf), one is in all of them. */
export function generatedCatalogue(lectureCount: number): GeneratedCatalogue {
  const random = seededRandom(11);
  const below = (bound: number): number => Math.floor(random() * bound);
  const vocabularies = { en: vocabulary('en'), ru: vocabulary('ru') };
  const titles: string[] = [];

  function vocabulary(language: 'en' | 'ru'): readonly string[] {
    const parts = syllables[language];
    const words = new Set<string>();
    while (words.size < vocabularySize)
      words.add(Array.from({ length: 2 + below(4) }, () => parts[below(parts.length)]).join(''));
    return [...words];
  }

  /** The rank of a word is as its logarithm: each tenth of the vocabulary is used as often as the tenth of it before. */
  function words(language: 'en' | 'ru', count: number): string {
    const known = vocabularies[language];
    return Array.from({ length: count }, () => known[Math.floor(vocabularySize ** random()) - 1]).join(' ');
  }

  function lecture(id: string, language: 'en' | 'ru'): Lecture {
    const title = words(language, 3 + below(4));
    titles.push(title);
    const summary = `${words(language, 12 + below(10))} ${everywhere[language]}`;
    return sampleLecture(id, { title, summary, chapters: [{ startMs: 0, title: words(language, 3) }] });
  }

  const courses = Array.from({ length: Math.ceil(lectureCount / lecturesPerCourse) }, (_, index): Course => {
    const language = index % 2 === 0 ? 'en' : 'ru';
    const lectures = Array.from({ length: lecturesPerCourse }, (__, place) => lecture(`l${index}-${place}`, language));
    return sampleCourse(`c${index}`, lectures, {
      title: words(language, 4),
      summary: words(language, 15),
      description: words(language, 80),
      topics: [words(language, 1)],
      lecturer: { id: `lecturer${index % 400}`, name: words(language, 2), about: '' },
    });
  });
  return { delta: { cursor: 'c', complete: true, courses, removedCourseIds: [] }, titles };
}
