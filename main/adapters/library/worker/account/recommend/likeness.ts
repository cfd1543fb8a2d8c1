import type { CourseIndex, CourseVector } from './course-index.ts';

/** A vector over all features at once. */
export type DenseVector = Float64Array;

/** A vector of nothing. */
export function emptyVector({ features }: CourseIndex): DenseVector {
  return new Float64Array(features.length);
}

/** Adds a course, `scale` times, to a dense vector. */
export function addTo(dense: DenseVector, { features, weights }: CourseVector, scale: number): void {
  for (let at = 0; at < features.length; at += 1) {
    const feature = features[at] ?? 0;
    dense[feature] = (dense[feature] ?? 0) + (weights[at] ?? 0) * scale;
  }
}

/** The likeness of a course to a dense vector: 1 for a course to itself when it has every kind of feature. */
export function likeness(dense: DenseVector, { features, weights }: CourseVector): number {
  let sum = 0;
  for (let at = 0; at < features.length; at += 1) sum += (dense[features[at] ?? 0] ?? 0) * (weights[at] ?? 0);
  return sum;
}

/** The same without the level: what both courses are about, or by whom. */
export function likenessInSubstance(
  { firstOfSubstance }: CourseIndex,
  dense: DenseVector,
  { features, weights }: CourseVector,
): number {
  let sum = 0;
  for (let at = 0; at < features.length; at += 1) {
    const feature = features[at] ?? 0;
    if (feature < firstOfSubstance) continue;
    sum += (dense[feature] ?? 0) * (weights[at] ?? 0);
  }
  return sum;
}
