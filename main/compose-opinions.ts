import type { EventName, Events } from '../contract/ipc.ts';
import type { Account } from './features/account/account.ts';
import { cardOf } from './features/catalogue/course-views.ts';
import type { Connection } from './features/connection/connection.ts';
import { createPopularity } from './features/popularity/popularity.ts';
import type { Popularity } from './features/popularity/popularity.ts';
import { createRatings } from './features/ratings/ratings.ts';
import type { Ratings } from './features/ratings/ratings.ts';
import { createRecommendations } from './features/recommendations/recommendations.ts';
import type { Recommendations } from './features/recommendations/recommendations.ts';
import type { RightsPart } from './compose-rights.ts';
import type { SettingsFeature } from './features/settings/settings.ts';
import type { Clock, Library, Log, ServiceApi } from './ports.ts';

/** What people think of courses and what follows from it, put together; part of `compose`. */
export interface Opinions {
  readonly ratings: Ratings;
  readonly popularity: Popularity;
  readonly recommendations: Recommendations;
  /** The account closes. */
  close(): void;
}

/** Makes ratings, what is popular, and recommendations. */
export function composeOpinions(deps: {
  readonly library: Library;
  readonly service: ServiceApi;
  readonly clock: Clock;
  readonly log: Log;
  readonly settings: Pick<SettingsFeature, 'read'>;
  readonly connection: Pick<Connection, 'isOnline'>;
  /** The system's own language, as it names it. */
  readonly systemLanguage: string;
  readonly rights: Pick<RightsPart, 'isRestricted' | 'objectsToProfiling'>;
  readonly opened: Account['opened'];
  readonly authorized: Account['authorized'];
  readonly emit: <N extends EventName>(name: N, payload: Events[N]) => void;
}): Opinions {
  const { settings, opened, emit } = deps;
  const { isOnline } = deps.connection;
  const isHeld = deps.rights.isRestricted;
  const isOpen = (): boolean => opened().ok;
  const ratings = createRatings({ ...deps, isOnline, isHeld, onChange: () => emit('ratings.changed', null) });
  const popularity = createPopularity({ ...deps, isOnline, isOpen, onChange: () => emit('catalogue.changed', null) });
  return {
    ratings,
    popularity,
    close() {
      ratings.close();
      popularity.close();
    },
    recommendations: createRecommendations({
      ...deps,
      cardOf,
      isHeld,
      isAllowed: () => settings.read().recommendations && !deps.rights.objectsToProfiling(),
      language() {
        const { language } = settings.read();
        return (language === 'system' ? deps.systemLanguage : language).slice(0, 2).toLowerCase();
      },
      isOpen,
    }),
  };
}
