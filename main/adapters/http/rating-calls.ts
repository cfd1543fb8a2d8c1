import { RatingList } from '../../../contract/api/ratings.ts';
import type { ServiceApi } from '../../ports.ts';
import type { HttpCaller } from './http-call.ts';

type RatingCalls = Pick<ServiceApi, 'ratings' | 'rate' | 'withdrawRating'>;

/** The part of the `ServiceApi` port that is about ratings. */
export function ratingCalls({ receive, command }: HttpCaller): RatingCalls {
  return {
    ratings: (token) => receive(RatingList, { method: 'GET', purpose: 'rating', path: '/v1/ratings', token }),
    rate: ({ kind, id }, body, token) =>
      command({ method: 'PUT', purpose: 'rating', path: `/v1/ratings/${kind}/${id}`, token, body }),
    withdrawRating: ({ kind, id }, changedAt, token) =>
      command({
        method: 'DELETE',
        purpose: 'rating',
        path: `/v1/ratings/${kind}/${id}?changedAt=${encodeURIComponent(changedAt)}`,
        token,
      }),
  };
}
