import type { FoundItem } from '../../../../search-ports.ts';
import type { JudgedQuery } from './queries.ts';

/** How well queries were answered: the mean of one over the place of what was meant, and the share where that was the first. */
export interface Verdict {
  readonly meanReciprocalRank: number;
  readonly firstShare: number;
  /** The queries whose answer did not begin with what was meant, and its place (0: not among them). */
  readonly missed: readonly { readonly text: string; readonly place: number }[];
}

/** Judges the answers to some queries. */
export async function judge(
  queries: readonly JudgedQuery[],
  find: (text: string) => Promise<readonly FoundItem[]>,
): Promise<Verdict> {
  const places: { readonly text: string; readonly place: number }[] = [];
  for (const query of queries) {
    const items = await find(query.text);
    places.push({ text: query.text, place: items.findIndex((item) => isMeant(item, query)) + 1 });
  }
  const sum = places.reduce((total, { place }) => total + (place === 0 ? 0 : 1 / place), 0);
  const missed = places.filter(({ place }) => place !== 1);
  return { meanReciprocalRank: sum / queries.length, firstShare: 1 - missed.length / queries.length, missed };
}

function isMeant(item: FoundItem, { kind, expected }: JudgedQuery): boolean {
  if (item.kind !== kind) return false;
  const pieces = item.kind === 'lecturer' ? item.name : item.kind === 'transcript' ? item.text : item.title;
  return pieces.map(({ text }) => text).join('') === expected;
}
