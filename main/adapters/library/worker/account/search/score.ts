import { assertNever } from '../../../../../../contract/result.ts';
import type { SearchKind } from '../tables.ts';
import type { Candidate } from './candidates.ts';
import { likeness } from './likeness.ts';
import type { QueryWord } from './query.ts';
import { writtenWords } from './words.ts';

/** A candidate and how good it is; `length` breaks ties: the shorter says it more to the point. */
export interface Scored {
  readonly candidate: Candidate;
  readonly score: number;
  readonly length: number;
}

interface Weights {
  readonly title: number;
  readonly people: number;
  readonly body: number;
}

/** A stem in the title still goes before the word itself anywhere else. */
function weightsOf(kind: SearchKind): Weights {
  switch (kind) {
    case 'course':
    case 'lecture':
    case 'lecturer':
      return { title: 8, people: 4, body: 1 };
    case 'note':
      return { title: 0, people: 0, body: 2 };
    case 'cue':
      return { title: 0, people: 0, body: 0.5 };
    default:
      return assertNever(kind);
  }
}

/** The candidates of one kind, best first. */
export function ranked(candidates: readonly Candidate[], words: readonly QueryWord[]): readonly Scored[] {
  return candidates
    .map((candidate) => scored(candidate, words))
    .toSorted(
      (one, other) => other.score - one.score || one.length - other.length || one.candidate.id - other.candidate.id,
    );
}

function scored(candidate: Candidate, words: readonly QueryWord[]): Scored {
  const weights = weightsOf(candidate.kind);
  const title = writtenWords(candidate.title);
  const people = writtenWords(candidate.people);
  let body: readonly string[] | null = null;
  const bodyWords = (): readonly string[] => (body ??= writtenWords(candidate.body ?? ''));
  // Somewhere it is: in a long body, if nowhere else, where it counts as a stem.
  const inBody = (word: QueryWord): number => (candidate.body === null ? 0.6 : best(word, bodyWords()));
  const sum = words.reduce((score, word) => {
    const inHead = weights.title * best(word, title) || weights.people * best(word, people);
    return score + (inHead || weights.body * inBody(word));
  }, 0);
  const main = weights.title > 0 ? title : bodyWords();
  const weight = weights.title > 0 ? 1 : weights.body / 4;
  return { candidate, score: sum / words.length + weight * together(main, words), length: main.length };
}

function best(word: QueryWord, text: readonly string[]): number {
  let most = 0;
  for (const written of text) {
    most = Math.max(most, likeness(word, written));
    if (most === 1) break;
  }
  return most;
}

/** How much of a text the words are, from 0 to 1, and 1 more when they stand in it one after the other. */
function together(text: readonly string[], words: readonly QueryWord[]): number {
  if (text.length === 0) return 0;
  const share = text.filter((written) => words.some((word) => likeness(word, written) > 0)).length / text.length;
  const inRow = text.some((_, from) => words.every((word, offset) => likeness(word, text[from + offset] ?? '') > 0));
  return share + (inRow ? 1 : 0);
}
