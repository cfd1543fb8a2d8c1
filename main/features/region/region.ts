import type { RegionView } from '../../../contract/domain/account.ts';
import { ok } from '../../../contract/result.ts';
import type { Result } from '../../../contract/result.ts';
import type { AccessToken, ServiceApi } from '../../ports.ts';

/** What the region needs. */
export interface RegionDeps {
  readonly service: Pick<ServiceApi, 'region' | 'setRegion' | 'regions'>;
  readonly authorized: <T>(call: (token: AccessToken) => Promise<Result<T>>) => Promise<Result<T>>;
  /** Fetches what the catalogue is in another region. */
  readonly refreshCatalogue: () => Promise<Result<unknown>>;
}

/** In which country the person says they are: the service's knowledge, nothing of it is kept here. */
export interface Region {
  read(): Promise<Result<RegionView>>;
  /** Tells the service, then brings the catalogue as it is there; without that, the next refresh brings it. */
  set(region: string | null): Promise<Result<null>>;
}

/** Makes it. */
export function createRegion({ service, authorized, refreshCatalogue }: RegionDeps): Region {
  return {
    async read() {
      const [region, regions] = await Promise.all([authorized((token) => service.region(token)), service.regions()]);
      if (!region.ok) return region;
      return regions.ok ? ok({ region: region.value, regions: regions.value }) : regions;
    },
    async set(region) {
      const told = await authorized((token) => service.setRegion(region, token));
      if (!told.ok) return told;
      // One that is under way may have been asked for before the service knew.
      const fetched = await refreshCatalogue();
      if (fetched.ok) await refreshCatalogue();
      return told;
    },
  };
}
