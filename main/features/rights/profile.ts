import type { Profile, UpdateProfileRequest } from '../../../contract/api/personal-data.ts';
import { judgeAge } from '../../../contract/domain/age.ts';
import { fail, ok } from '../../../contract/result.ts';
import type { Result } from '../../../contract/result.ts';
import type { AccessToken, Clock, ServiceApi } from '../../ports.ts';

/** What correcting one's data needs. */
export interface ProfileDeps {
  readonly service: Pick<ServiceApi, 'personalData' | 'updateProfile'>;
  readonly authorized: <T>(call: (token: AccessToken) => Promise<Result<T>>) => Promise<Result<T>>;
  readonly clock: Pick<Clock, 'nowMs'>;
  /** The service knows the person by another name now. */
  readonly onName: (name: string) => Promise<void>;
}

/** What the service knows about the person, corrected there; nothing of it is kept here but the name. */
export interface PersonProfile {
  read(): Promise<Result<Profile>>;
  /** A birth date that says under 18 is `guardian-required`, and nothing is sent. */
  update(change: UpdateProfileRequest): Promise<Result<Profile>>;
}

/** Makes it. */
export function createPersonProfile({ service, authorized, clock, onName }: ProfileDeps): PersonProfile {
  return {
    async read() {
      const held = await authorized((token) => service.personalData(token));
      return held.ok ? ok(held.value.profile) : held;
    },
    async update(change) {
      if (change.birthDate !== undefined) {
        const age = judgeAge(change.birthDate, clock.nowMs());
        if (age === 'impossible') return fail('bad-request');
        if (age === 'minor') return fail('guardian-required');
      }
      const updated = await authorized((token) => service.updateProfile(change, token));
      if (updated.ok) await onName(updated.value.name);
      return updated;
    },
  };
}
