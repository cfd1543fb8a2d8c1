import { useCallback } from 'react';
import type { DeviceId } from '../../../contract/domain/ids.ts';
import { useRequest } from '../../lib/requests.ts';
import { useSync } from '../../lib/sync.ts';

/** The name of a computer other than this one, as far as the service tells; only what comes from elsewhere needs it. */
export function useComputerNames(): (id: DeviceId) => string | null {
  const isSynced = useSync().view?.on === true;
  const computers = useRequest('devices.list', null, isSynced).data;
  return useCallback(
    (id) => computers?.find(({ deviceId, current }) => deviceId === id && !current)?.name ?? null,
    [computers],
  );
}
