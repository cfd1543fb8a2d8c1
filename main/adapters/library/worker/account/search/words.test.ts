import { describe, expect, it } from 'vitest';
import { foldWord, indexTerms, stemsOf, wordsOf } from './words.ts';

describe('words', () => {
  it.each([
    ['Ёлка', 'елка'],
    ['Йод', 'йод'],
    ['и\u0306од', 'йод'],
    ['за\u0301мок', 'замок'],
    ['Café', 'cafe'],
    ['CAFE\u0301', 'cafe'],
    ['Ångström', 'angstrom'],
    ['2ⁿ', '2ⁿ'],
    ['İstanbul', 'istanbul'],
    ['\u0301', ''],
  ])('B3: %s is compared as %s', (word, folded) => {
    expect(foldWord(word)).toBe(folded);
  });

  it('B3: words know their place in the text as it was', () => {
    const text = '«За\u0301мок» — Wi‑Fi, x_1';
    expect(wordsOf(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      'За\u0301мок',
      'Wi',
      'Fi',
      'x',
      '1',
    ]);
  });

  it.each([
    ['лекция', 'лекциями'],
    ['память', 'памяти'],
    ['печать', 'печатью'],
    ['вероятность', 'вероятности'],
    ['нейросеть', 'нейросетей'],
    ['learning', 'learns'],
    ['memories', 'memory'],
  ])('B3: %s and %s have a stem together', (one, other) => {
    expect(stemsOf(one).some((stem) => stemsOf(other).includes(stem))).toBe(true);
  });

  it('B3: words with different meanings that begin alike have none', () => {
    expect(stemsOf('лекция').some((stem) => stemsOf('лектор').includes(stem))).toBe(false);
  });

  /** An index without text is told by these words what to take out: whoever changes them (a newer stemmer too) owes the library a step that indexes all anew. */
  it('B3: the words of the index are those of every library that was written', () => {
    expect(indexTerms('Память и ёлки: 3 проблемы обучения — generalizing Running policies, naïve').join(' ')).toBe(
      'память _памя _памят и _и елки _елк 3 проблемы _проблем обучения _обучен generalizing _gener running _run policies _polici naive _naiv',
    );
  });
});
