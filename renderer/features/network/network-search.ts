import { networkResults, type NetworkFilter, type NetworkSource } from '../../../contract/domain/network.ts';
import { LocalDay } from '../../../contract/domain/local-day.ts';
import { privacyCategories, purposes, type Purpose } from '../../../contract/domain/privacy.ts';

/** What the address of the screen says: which list, and what of it. */
export interface NetworkSearch {
  readonly of?: 'computer';
  readonly purpose?: Purpose | 'none';
  readonly category?: (typeof privacyCategories)[number] | 'none';
  readonly result?: (typeof networkResults)[number];
  readonly host?: string;
  readonly day?: LocalDay;
}

/** Every purpose that may be looked for, in the order of the contract. */
export const purposeChoices = [...(Object.keys(purposes) as Purpose[]), 'none'] as const;
export const categoryChoices = [...privacyCategories, 'none'] as const;

/** Reads what an address says; anything else that stands there is left out. */
export function readNetworkSearch(raw: Readonly<Record<string, unknown>>): NetworkSearch {
  const purpose = purposeChoices.find((each) => each === raw['purpose']);
  const category = categoryChoices.find((each) => each === raw['category']);
  const result = networkResults.find((each) => each === raw['result']);
  const day = LocalDay.safeParse(raw['day']).data;
  const host = raw['host'];
  return {
    ...(raw['of'] === 'computer' ? { of: 'computer' } : {}),
    ...(purpose === undefined ? {} : { purpose }),
    ...(category === undefined ? {} : { category }),
    ...(result === undefined ? {} : { result }),
    ...(typeof host === 'string' && /^[^\s/]{1,300}$/u.test(host) ? { host } : {}),
    ...(day === undefined ? {} : { day }),
  };
}

/** What the list is asked for. */
export function askedOf({ of, ...filter }: NetworkSearch): {
  readonly source: NetworkSource;
  readonly filter: NetworkFilter;
} {
  return { source: of ?? 'account', filter };
}
