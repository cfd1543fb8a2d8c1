import type { ServiceParts } from '../routes.ts';
import { privacyPage } from '../pages/page-routes.ts';
import { createConsents } from './consents.ts';
import { createErasure, type ErasureDeps } from './erasure.ts';
import { createKeptByLaw } from './kept-by-law.ts';
import { createPersonalData, type PersonalDataDeps } from './personal-data.ts';
import { createPolicies } from './policies.ts';
import { createPrivacyRequests } from './privacy-requests.ts';
import { createProcessingChoices } from './processing.ts';
import { createProfiles } from './profiles.ts';
import { createUsageSums } from './usage-sums.ts';

/** The parts of the service that are about privacy and the rights over one's data. */
export type PrivacyParts = Pick<
  ServiceParts,
  'policies' | 'consents' | 'profiles' | 'choices' | 'requests' | 'usage' | 'erasure' | 'personalData'
>;

/** Puts them on the database; at once deletes what a law needs kept no longer. */
export function createPrivacyParts(
  deps: Omit<ErasureDeps, 'keptByLaw'> & Pick<PersonalDataDeps, 'accounts' | 'ratings'>,
): PrivacyParts {
  const { database, clock } = deps;
  const profiles = createProfiles(deps);
  const choices = createProcessingChoices(deps);
  const consents = createConsents(database);
  const requests = createPrivacyRequests(deps);
  const keptByLaw = createKeptByLaw({ ...deps, requests });
  keptByLaw.purge();
  return {
    policies: createPolicies({ database, clock, textOf: privacyPage }),
    usage: createUsageSums(database, clock),
    consents,
    profiles,
    choices,
    requests,
    erasure: createErasure({ ...deps, keptByLaw }),
    personalData: createPersonalData({ ...deps, profiles, choices, consents, requests }),
  };
}
