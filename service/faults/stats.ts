/** One answered part of a file: both ends counted; `bytesSent` is what was handed to the connection. */
export interface RangeStats {
  readonly status: number;
  readonly first: number;
  readonly last: number;
  bytesSent: number;
}

/** What the service did since the start or the last `DELETE /_stats`. */
export interface ServiceStats {
  readonly routes: Readonly<Record<string, { requests: number; readonly statuses: Record<string, number> }>>;
  readonly assets: Readonly<Record<string, { requests: number; bytesSent: number; readonly ranges: RangeStats[] }>>;
}

/** Counts requests and bytes. */
export interface Stats {
  countRequest(route: string): void;
  countStatus(route: string, status: number): void;
  /** Begins a part of a file; the returned function adds bytes to it. */
  beginRange(assetId: string, range: Omit<RangeStats, 'bytesSent'>): (bytes: number) => void;
  read(): ServiceStats;
  clear(): void;
}

interface RouteCount {
  requests: number;
  readonly statuses: Record<string, number>;
}

/** Counts in memory. */
export function createStats(): Stats {
  const routes = new Map<string, RouteCount>();
  const assets = new Map<string, { requests: number; bytesSent: number; ranges: RangeStats[] }>();

  function entry<T>(map: Map<string, T>, key: string, empty: () => T): T {
    const there = map.get(key) ?? empty();
    map.set(key, there);
    return there;
  }
  const route = (name: string) => entry<RouteCount>(routes, name, () => ({ requests: 0, statuses: {} }));

  return {
    countRequest(name) {
      route(name).requests += 1;
    },
    countStatus(name, status) {
      const { statuses } = route(name);
      statuses[status] = (statuses[status] ?? 0) + 1;
    },
    beginRange(assetId, range) {
      const asset = entry(assets, assetId, () => ({ requests: 0, bytesSent: 0, ranges: [] }));
      const counted: RangeStats = { ...range, bytesSent: 0 };
      asset.requests += 1;
      asset.ranges.push(counted);
      return (bytes) => {
        asset.bytesSent += bytes;
        counted.bytesSent += bytes;
      };
    },
    read: () => ({ routes: Object.fromEntries(routes), assets: Object.fromEntries(assets) }),
    clear() {
      routes.clear();
      assets.clear();
    },
  };
}
