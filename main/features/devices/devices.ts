import type { Session } from '../../../contract/api/sessions.ts';
import type { SignedInComputer } from '../../../contract/domain/account.ts';
import type { SessionId } from '../../../contract/domain/ids.ts';
import { ok } from '../../../contract/result.ts';
import type { Result } from '../../../contract/result.ts';
import type { AccessToken, ServiceApi } from '../../ports.ts';

/** What the devices feature needs. */
export interface DevicesDeps {
  readonly service: Pick<ServiceApi, 'sessions' | 'renameSession' | 'endSession' | 'endOtherSessions'>;
  readonly authorized: <T>(call: (token: AccessToken) => Promise<Result<T>>) => Promise<Result<T>>;
}

/** The computers that are signed in to the account; all of it is the service's knowledge, nothing is kept here. */
export interface Devices {
  list(): Promise<Result<readonly SignedInComputer[]>>;
  rename(id: SessionId, name: string): Promise<Result<null>>;
  /** The other computer erases everything of the account at its next contact with the service. */
  signOut(id: SessionId): Promise<Result<null>>;
  signOutOthers(): Promise<Result<null>>;
}

function computerOf({ id, device, lastSeenAt, current }: Session): SignedInComputer {
  return {
    id,
    deviceId: device.id,
    name: device.name,
    platform: device.platform,
    lastSeenAtMs: Date.parse(lastSeenAt),
    current,
  };
}

/** This computer first, then the one seen last. */
function order(one: SignedInComputer, other: SignedInComputer): number {
  return Number(other.current) - Number(one.current) || other.lastSeenAtMs - one.lastSeenAtMs;
}

/** Makes the devices feature. */
export function createDevices({ service, authorized }: DevicesDeps): Devices {
  return {
    async list() {
      const answer = await authorized((token) => service.sessions(token));
      return answer.ok ? ok(answer.value.sessions.map(computerOf).toSorted(order)) : answer;
    },
    rename: (id, name) => authorized((token) => service.renameSession(id, name, token)),
    signOut: (id) => authorized((token) => service.endSession(id, token)),
    signOutOthers: () => authorized((token) => service.endOtherSessions(token)),
  };
}
