import { Profile, type UpdateProfileRequest } from '../../contract/api/personal-data.ts';
import { judgeAge } from '../../contract/domain/age.ts';
import type { AccountId } from '../../contract/domain/ids.ts';
import type { Clock } from '../clock.ts';
import type { ServiceDatabase } from '../database/database.ts';
import { ServiceProblem } from '../http/problems.ts';

/** What people say about themselves. Refusals are thrown as `ServiceProblem`. */
export interface Profiles {
  /** `session-ended` when the account is gone. */
  get(id: AccountId): Profile;
  /** Former values are not kept. `guardian-required` (nothing is changed then), `bad-request` for a birth date that can be nobody's. */
  update(id: AccountId, change: UpdateProfileRequest): Profile;
  /** Masked; null: none. */
  paymentMethod(id: AccountId): { readonly brand: string; readonly lastFour: string } | null;
}

interface Row {
  readonly name: string;
  readonly birth_date: string;
  readonly guardian_confirmed: number;
  readonly phone: string | null;
  readonly street: string | null;
  readonly city: string | null;
  readonly postal_code: string | null;
  readonly social_links: string;
  readonly card_brand: string | null;
  readonly card_last_four: string | null;
}

/** Keeps profiles in the accounts' rows. */
export function createProfiles(deps: {
  readonly database: ServiceDatabase;
  readonly clock: Clock;
  /** What was written over is to be found nowhere. */
  readonly forgetDeleted: () => void;
}): Profiles {
  const { database, clock, forgetDeleted } = deps;
  const read = database.prepare<[string], Row>('SELECT * FROM accounts WHERE id = ?');
  const write = database.prepare(
    `UPDATE accounts SET name = @name, birth_date = @birthDate, guardian_confirmed = @guardian, phone = @phone, street = @street,
       city = @city, postal_code = @postalCode, social_links = @socialLinks WHERE id = @id`,
  );

  function row(id: AccountId): Row {
    const found = read.get(id);
    if (found === undefined) throw new ServiceProblem('session-ended');
    return found;
  }

  function checkAge(birthDate: string, guardian: boolean): void {
    const age = judgeAge(birthDate, clock.nowMs());
    if (age === 'impossible') throw new ServiceProblem('bad-request', { detail: 'body.birthDate: out_of_range' });
    if (age === 'minor' && !guardian) throw new ServiceProblem('guardian-required');
  }

  const update = database.transaction((id: AccountId, change: UpdateProfileRequest): Profile => {
    const before = row(id);
    const guardian = change.guardianConfirmed === true || before.guardian_confirmed === 1;
    if (change.birthDate !== undefined) checkAge(change.birthDate, guardian);
    const said = Object.entries(change).filter(([, value]) => value !== undefined);
    const after = Profile.parse({ ...toProfile(before), ...Object.fromEntries(said) });
    const { address, socialLinks, ...plain } = after;
    write.run({ ...plain, ...address, id, guardian: guardian ? 1 : 0, socialLinks: JSON.stringify(socialLinks) });
    return after;
  });

  return {
    get: (id) => toProfile(row(id)),
    update(id, change) {
      const after = update.immediate(id, change);
      forgetDeleted();
      return after;
    },
    paymentMethod(id) {
      const { card_brand: brand, card_last_four: lastFour } = row(id);
      return brand === null || lastFour === null ? null : { brand, lastFour };
    },
  };
}

function toProfile(row: Row): Profile {
  return Profile.parse({
    name: row.name,
    birthDate: row.birth_date,
    phone: row.phone,
    address: { street: row.street, city: row.city, postalCode: row.postal_code },
    socialLinks: JSON.parse(row.social_links) as unknown,
  });
}
