import type { OwnRating } from '../../contract/domain/rating.ts';
import type { Answers } from '../lib/testing/fake-bridge.ts';

/** Ratings that are kept for as long as the page is open; with `?rated` the courses have four stars, with `&offline` the service has none of them. */
export function ratingsAnswers(asked: URLSearchParams, tell: () => void): Answers {
  const isSent = !asked.has('offline');
  const kept = new Map<string, OwnRating>();
  const of = ({ kind, id }: { readonly kind: string; readonly id: string }): OwnRating =>
    kept.get(`${kind} ${id}`) ?? { stars: asked.has('rated') && kind === 'course' ? 4 : null, isSent };
  return {
    'ratings.read': ({ subject }) => ({ ok: true, value: of(subject) }),
    'ratings.rate'({ subject, stars }) {
      const before = of(subject).stars;
      kept.set(`${subject.kind} ${subject.id}`, { stars, isSent });
      tell();
      return { ok: true, value: { before } };
    },
  };
}
