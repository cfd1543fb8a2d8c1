import type { EventName, Events } from '../contract/ipc.ts';
import type { Account } from './features/account/account.ts';
import { cardOf } from './features/catalogue/course-views.ts';
import type { Connection } from './features/connection/connection.ts';
import { createRatings } from './features/ratings/ratings.ts';
import type { Ratings } from './features/ratings/ratings.ts';
import { createRecommendations } from './features/recommendations/recommendations.ts';
import type { Recommendations } from './features/recommendations/recommendations.ts';
import type { SettingsFeature } from './features/settings/settings.ts';
import type { Clock, Library, Log, ServiceApi } from './ports.ts';

/** What a person thinks of courses and what follows from it, put together; part of `compose`. */
export interface Opinions {
  readonly ratings: Ratings;
  readonly recommendations: Recommendations;
}

/** Makes ratings and recommendations. */
export function composeOpinions(deps: {
  readonly library: Library;
  readonly service: ServiceApi;
  readonly clock: Clock;
  readonly log: Log;
  readonly settings: Pick<SettingsFeature, 'read'>;
  readonly connection: Pick<Connection, 'isOnline'>;
  readonly opened: Account['opened'];
  readonly authorized: Account['authorized'];
  readonly emit: <N extends EventName>(name: N, payload: Events[N]) => void;
}): Opinions {
  const { settings, opened, emit } = deps;
  return {
    ratings: createRatings({
      ...deps,
      isOnline: deps.connection.isOnline,
      onChange: () => emit('ratings.changed', null),
    }),
    recommendations: createRecommendations({
      ...deps,
      cardOf,
      isAllowed: () => settings.read().recommendations,
      isOpen: () => opened().ok,
    }),
  };
}
