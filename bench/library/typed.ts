import { seededRandom } from '../../main/adapters/transfer/testing/seeded-random.ts';
import { makeCatalogue } from '../../scripts/big-library/catalogue.ts';
import type { LibrarySize } from '../../scripts/big-library/size.ts';
import { everywhere } from '../../scripts/big-library/vocabulary.ts';

/** Texts that are typed into the search, by case. */
export type TypedTexts = Readonly<Record<'words' | 'everywhere', readonly string[]>>;

/** Words of titles, and the word that stands in every row alone and beside others. */
export function typedTexts(size: LibrarySize, count: number): TypedTexts {
  const catalogue = makeCatalogue(size);
  const random = seededRandom(5);
  const words = Array.from({ length: count }, () => {
    const course = catalogue.course(Math.floor(random() * size.courseCount));
    const lectures = course.sections.flatMap((section) => section.lectures);
    const title = lectures[Math.floor(random() * lectures.length)]?.title.toLowerCase() ?? '';
    return title
      .split(' ')
      .slice(0, 1 + Math.floor(random() * 3))
      .join(' ');
  });
  const common = Object.values(everywhere).flatMap((word) => [
    word,
    ...words.slice(0, Math.ceil(count / 4)).flatMap((text) => [`${word} ${text}`, `${text} ${word}`]),
  ]);
  return { words, everywhere: common };
}

/** One letter after the other, as a person types. */
export function keystrokes(text: string): readonly string[] {
  return Array.from(text, (_, index) => text.slice(0, index + 1)).filter((typed) => !typed.endsWith(' '));
}
