/** How much the score weighs against being unlike what was chosen before. */
const scoreShare = 0.7;

/**
 * Chooses places from `candidates` so that they are good and unlike one another: maximal marginal relevance (Carbonell and Goldstein 1998).
 * `score` is from 0 to 1, `alike` is the likeness of two. The first of equals is taken.
 */
export function diversify(
  candidates: readonly number[],
  limit: number,
  score: (candidate: number) => number,
  alike: (one: number, other: number) => number,
): readonly number[] {
  const left = candidates.map((candidate) => ({ candidate, score: score(candidate), nearest: 0 }));
  const chosen: number[] = [];
  while (chosen.length < limit && left.length > 0) {
    let best = 0;
    for (let at = 1; at < left.length; at += 1) if (marginal(left[at]) > marginal(left[best])) best = at;
    const [taken] = left.splice(best, 1);
    if (taken === undefined) break;
    chosen.push(taken.candidate);
    for (const each of left) each.nearest = Math.max(each.nearest, alike(taken.candidate, each.candidate));
  }
  return chosen;
}

function marginal(each: { readonly score: number; readonly nearest: number } | undefined): number {
  return each === undefined ? -Infinity : scoreShare * each.score - (1 - scoreShare) * each.nearest;
}
