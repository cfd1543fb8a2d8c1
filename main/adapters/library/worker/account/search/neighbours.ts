import type { LibraryStatements } from '../tables.ts';
import { countMatching, load, mostCandidates } from './candidates.ts';
import type { Candidate } from './candidates.ts';
import { matching } from './matching.ts';
import type { Clause, QueryWord } from './query.ts';
import { everything, type Only } from './filter.ts';
import { likeness } from './likeness.ts';
import { writtenWords } from './words.ts';

/**
 * What is said across two cues that follow each other: captions break a sentence where the line is full. Around the cues that have the word which the
 * fewest have; a pair is one candidate with the number and the place of its first cue.
 */
export function neighbouringCues(
  store: LibraryStatements,
  words: readonly QueryWord[],
  clauses: readonly Clause[],
  only: Only = everything,
): readonly Candidate[] {
  const [rarest] = clauses
    .map(({ match }) => ({ match, count: countMatching(store, 'cue', match, mostCandidates) }))
    .toSorted((one, other) => one.count - other.count);
  if (rarest === undefined || rarest.count === 0) return [];
  const ids = matching(store, 'cue', rarest.match, mostCandidates, only);
  const around = [...new Set(ids.flatMap((id) => [id - 1, id, id + 1]))];
  const cues = new Map(load(store, around).map((cue) => [cue.id, cue]));
  return [...new Set(ids.flatMap((id) => [id - 1, id]))].flatMap((id) => {
    const [first, second] = [cues.get(id), cues.get(id + 1)];
    if (first?.kind !== 'cue' || second?.key !== first.key) return [];
    const [one, other] = [first.body ?? '', second.body ?? ''];
    const pair = { ...first, body: `${one} ${other}` };
    return has(one, words) || has(other, words) || !has(pair.body, words) ? [] : [pair];
  });
}

function has(text: string, words: readonly QueryWord[]): boolean {
  const said = writtenWords(text);
  return words.every((word) => said.some((written) => likeness(word, written) > 0));
}
