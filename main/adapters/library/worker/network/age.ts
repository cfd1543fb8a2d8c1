import type { LocalDay } from '../../../../../contract/domain/local-day.ts';
import { passDays } from '../account/history-age.ts';
import type { NetworkStatements, NetworkTables } from './tables.ts';

/** How the ledger stands. */
type NetworkState = Omit<NetworkTables['network_state'], 'only'>;

/** Reads how the ledger stands; undefined before the first request. */
export function networkState(store: NetworkStatements): NetworkState | undefined {
  const columns = ['since_ms', 'is_cleared', 'missed_count', 'clock_day', 'age_day'] as const;
  return store.first(store.build.selectFrom('network_state').select(columns));
}

/** Keeps how the ledger stands. */
export function keepNetworkState(store: NetworkStatements, state: NetworkState): null {
  store.run(
    store.build
      .insertInto('network_state')
      .values({ only: 1, ...state })
      .onConflict((conflict) => conflict.column('only').doUpdateSet(state)),
  );
  return null;
}

/** The day that counts for growing old, by days that pass (`passDays`); keeps it. */
export function countNetworkDay(store: NetworkStatements, today: LocalDay): NetworkState {
  const before = networkState(store);
  const days = passDays(before === undefined ? null : { clockDay: before.clock_day, ageDay: before.age_day }, today);
  const next = {
    since_ms: before?.since_ms ?? null,
    is_cleared: before?.is_cleared ?? 0,
    missed_count: before?.missed_count ?? 0,
    clock_day: days.clockDay,
    age_day: days.ageDay,
  } as const;
  if (before?.clock_day !== next.clock_day || before.age_day !== next.age_day) keepNetworkState(store, next);
  return next;
}
