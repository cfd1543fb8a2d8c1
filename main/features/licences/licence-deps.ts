import type { DeviceId, LocalAccountId } from '../../../contract/domain/ids.ts';
import type { Result } from '../../../contract/result.ts';
import type { AccessToken, Clock, Library, LicenceVerifier, Log, ServiceApi } from '../../ports.ts';

/** What the licences feature needs. */
export interface LicencesDeps {
  readonly library: Pick<Library, 'licences' | 'downloads'>;
  readonly licenceVerifier: LicenceVerifier;
  readonly service: Pick<ServiceApi, 'licence' | 'keys'>;
  readonly computer: { deviceId(): Promise<Result<DeviceId>> };
  readonly clock: Clock;
  readonly log: Log;
  readonly opened: () => Result<{ readonly id: LocalAccountId }>;
  readonly authorized: <T>(call: (token: AccessToken) => Promise<Result<T>>) => Promise<Result<T>>;
  readonly isOnline: () => boolean;
  /** A lecture's licence is another than the screens were told. */
  readonly onChange: () => void;
}
