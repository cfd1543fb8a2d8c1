import type { CourseId } from '../../../../../../contract/domain/ids.ts';
import type { RecommendationReason } from '../../../../../../contract/domain/recommendation.ts';
import type { CourseIndex, CourseVector } from './course-index.ts';
import { diversify } from './diversify.ts';
import { interestOf, type WatchedLecture } from './interest.ts';
import { addTo, emptyVector, likeness, likenessInSubstance, type DenseVector } from './likeness.ts';
import { reasonFor, type Speaker } from './reason.ts';

/** What recommendations are made from. */
export interface RecommendInput {
  readonly index: CourseIndex;
  /** What tells what the person likes. */
  readonly lectures: Iterable<WatchedLecture>;
  /** Courses watched to their end. */
  readonly finished: ReadonlySet<CourseId>;
  /** Courses that were ever begun: never recommended. */
  readonly begun: ReadonlySet<CourseId>;
  readonly dismissed: ReadonlySet<CourseId>;
  /** Milliseconds since 1970, UTC. */
  readonly nowMs: number;
  readonly limit: number;
}

/** A course to watch next. */
export interface Recommendation {
  readonly courseId: CourseId;
  readonly reason: RecommendationReason;
}

/** So many of the best are looked at closely. */
const poolSize = 150;
/** So many of the watched courses, the dearest, can be the reason. */
const mostSpeakers = 60;
/** Less likeness to every watched course than this is chance: a word or two in common. */
const leastLikeness = 0.06;
/** How much of the best score a course loses that is the very likeness of a dismissed one. */
const dislikeShare = 0.8;

interface Liked {
  readonly place: number;
  readonly weight: number;
}

/** Recommends courses, best first; null when nothing was watched that says what the person likes. Same input, same answer. */
export function recommend(input: RecommendInput): readonly Recommendation[] | null {
  const { index, dismissed, begun, finished } = input;
  const interest = weighted(index, interestOf(input.lectures, input.nowMs));
  const liked = interest.filter(({ weight }) => weight > 0);
  if (liked.length === 0) return null;
  const profile = profileOf(index, liked);
  const speakers = speakersOf(index, liked);
  const disliked = [
    ...interest
      .filter(({ weight }) => weight < 0)
      .map(({ place, weight }) => ({ place, weight: Math.min(1, -weight) })),
    ...weighted(index, new Map([...dismissed].map((id) => [id, 1]))),
  ];
  const candidates = index.courses.flatMap(({ id, isOffered }, place) =>
    isOffered && !begun.has(id) && !dismissed.has(id) ? [place] : [],
  );
  const languages = languagesOf(index, liked);
  const understood = (place: number): number =>
    languageFactor(languages.get(index.courses[place]?.language ?? '') ?? 0);
  const scores = lowered(index, scored(index, candidates, profile, understood), disliked).filter(({ place }) =>
    speakers.some(({ dense }) => likenessInSubstance(index, dense, vectorAt(index, place)) >= leastLikeness),
  );
  const best = scores[0]?.score ?? 1;
  const scoreOf = new Map(scores.map(({ place, score }) => [place, score / best]));
  return diversify(
    scores.map(({ place }) => place),
    input.limit,
    (place) => scoreOf.get(place) ?? 0,
    alikeIn(index),
  ).flatMap((place) => {
    const course = index.courses[place];
    const speaker = strongest(index, speakers, place, likeness(profile, vectorAt(index, place)));
    if (course === undefined || speaker === null) return [];
    return [{ courseId: course.id, reason: reasonFor(index, place, profile, speaker, finished) }];
  });
}

function weighted(index: CourseIndex, weights: ReadonlyMap<CourseId, number>): readonly Liked[] {
  return [...weights].flatMap(([id, weight]) => {
    const place = index.places.get(id);
    return place === undefined ? [] : [{ place, weight }];
  });
}

/** The mean of the liked courses by their weights. */
function profileOf(index: CourseIndex, liked: readonly Liked[]): DenseVector {
  const sum = liked.reduce((all, { weight }) => all + weight, 0);
  const profile = emptyVector(index);
  for (const { place, weight } of liked) addTo(profile, vectorAt(index, place), weight / sum);
  return profile;
}

/** How much of the liking is in each language. */
function languagesOf(index: CourseIndex, liked: readonly Liked[]): ReadonlyMap<string, number> {
  const sum = liked.reduce((all, { weight }) => all + weight, 0);
  const parts = new Map<string, number>();
  for (const { place, weight } of liked) {
    const language = index.courses[place]?.language ?? '';
    parts.set(language, (parts.get(language) ?? 0) + weight / sum);
  }
  return parts;
}

/** A language in which nothing was watched may not be understood; one that is watched now and then is. */
function languageFactor(part: number): number {
  return 0.2 + 0.8 * Math.sqrt(part);
}

interface ScoredPlace {
  readonly place: number;
  readonly score: number;
}

const byScore = (one: ScoredPlace, other: ScoredPlace): number => other.score - one.score || one.place - other.place;

function scored(
  index: CourseIndex,
  candidates: readonly number[],
  profile: DenseVector,
  factor: (place: number) => number,
): readonly ScoredPlace[] {
  return candidates
    .map((place) => ({ place, score: factor(place) * likeness(profile, vectorAt(index, place)) }))
    .filter(({ score }) => score > 0)
    .toSorted(byScore);
}

/** Takes from the best what they are like a course that was dismissed or given up; what has nothing left goes. */
function lowered(
  index: CourseIndex,
  scores: readonly ScoredPlace[],
  disliked: readonly Liked[],
): readonly ScoredPlace[] {
  // Without the disliked ones no more than the pool is needed; with them, some of it may go.
  const pool = scores.slice(0, poolSize * (disliked.length === 0 ? 1 : 2));
  const losses = new Map<number, number>();
  for (const { place, weight } of disliked) {
    const dense = denseOf(index, place);
    for (const each of pool) {
      const near = likenessInSubstance(index, dense, vectorAt(index, each.place));
      losses.set(each.place, Math.max(losses.get(each.place) ?? 0, weight * near));
    }
  }
  const best = pool[0]?.score ?? 0;
  return pool
    .map(({ place, score }) => ({ place, score: score - dislikeShare * best * (losses.get(place) ?? 0) }))
    .filter(({ score }) => score > 0)
    .toSorted(byScore)
    .slice(0, poolSize);
}

interface DenseSpeaker extends Liked {
  readonly dense: DenseVector;
  /** Its part of the profile. */
  readonly share: number;
}

function speakersOf(index: CourseIndex, liked: readonly Liked[]): readonly DenseSpeaker[] {
  const sum = liked.reduce((all, { weight }) => all + weight, 0);
  return liked
    .toSorted((one, other) => other.weight - one.weight || one.place - other.place)
    .slice(0, mostSpeakers)
    .map((each) => ({ ...each, dense: denseOf(index, each.place), share: each.weight / sum }));
}

/** The watched course with the greatest part in a score. */
function strongest(
  index: CourseIndex,
  speakers: readonly DenseSpeaker[],
  place: number,
  score: number,
): Speaker | null {
  let best: Speaker | null = null;
  for (const speaker of speakers) {
    const course = index.courses[speaker.place];
    const part = (speaker.share * likenessInSubstance(index, speaker.dense, vectorAt(index, place))) / score;
    if (course !== undefined && part > (best?.part ?? 0)) best = { course, part };
  }
  return best;
}

function denseOf(index: CourseIndex, place: number): DenseVector {
  const dense = emptyVector(index);
  addTo(dense, vectorAt(index, place), 1);
  return dense;
}

/** The likeness of two courses; the one asked about first is usually the one asked about last. */
function alikeIn(index: CourseIndex): (one: number, other: number) => number {
  let last: { readonly place: number; readonly dense: DenseVector } | null = null;
  return (one, other) => {
    if (last?.place !== one) last = { place: one, dense: denseOf(index, one) };
    return likeness(last.dense, vectorAt(index, other));
  };
}

function vectorAt(index: CourseIndex, place: number): CourseVector {
  const vector = index.vectors[place];
  if (vector === undefined) throw new RangeError('no course has this place');
  return vector;
}
