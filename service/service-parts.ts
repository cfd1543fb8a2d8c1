import { join } from 'node:path';
import { createAccountStore } from './accounts/account-store.ts';
import { createAccounts } from './accounts/accounts.ts';
import { createAttempts } from './accounts/attempts.ts';
import { createCredentials } from './accounts/credentials.ts';
import { createPasswords } from './accounts/passwords.ts';
import { createProof } from './accounts/proof.ts';
import { createCatalogue } from './catalogue/catalogue.ts';
import type { Publication } from './catalogue/courses.ts';
import { createOffers } from './catalogue/offers.ts';
import { createRevisions } from './catalogue/revisions.ts';
import type { Clock } from './clock.ts';
import { forgetDeleted, type ServiceDatabase } from './database/database.ts';
import { createFacts } from './database/facts.ts';
import { createHistoryCopies } from './history/history-copies.ts';
import { createSigningKeys } from './licences/signing-keys.ts';
import { createMediaLinks } from './media/media-links.ts';
import { createMediaShelf } from './media/media-shelf.ts';
import { createPopular } from './popular/popular.ts';
import { seedSampleLearners } from './popular/sample-learners.ts';
import { createPrivacyParts } from './privacy/privacy-parts.ts';
import { seedSampleAffairs } from './privacy/sample-affairs.ts';
import { createRatings } from './ratings/ratings.ts';
import type { ServiceParts } from './routes.ts';
import { sampleAccounts } from './sample-accounts.ts';
import { createComputers } from './sessions/computers.ts';
import { createDepartures } from './sessions/departures.ts';
import { createEraseRequests } from './sessions/erase-requests.ts';
import { createSessionStore } from './sessions/session-store.ts';
import { createSessions } from './sessions/sessions.ts';
import { createTokenStore } from './sessions/token-store.ts';

/** So that a page is fetched, checked and kept in a fraction of a second. */
const usualPageBytes = 512 * 1024;

export interface ServicePartsDeps {
  readonly database: ServiceDatabase;
  readonly publication: Publication;
  readonly samplesFolder: string;
  readonly clock: Clock;
  readonly passwordCost: number | undefined;
  readonly seedSamples: boolean;
  readonly cataloguePageBytes: number | undefined;
  readonly leastPeople: number | undefined;
  readonly origin: () => string;
}

/** Puts the features on the database and the samples; makes the sample accounts at the first start ever. */
export async function createServiceParts(deps: ServicePartsDeps): Promise<ServiceParts> {
  const { database, publication, samplesFolder, clock, passwordCost, seedSamples, leastPeople, origin } = deps;
  const facts = createFacts(database);
  const forget = { forgetDeleted: () => forgetDeleted(database) };
  const passwords = createPasswords(passwordCost);
  const store = createAccountStore(database);
  if (seedSamples && facts.firstTime('sample-accounts')) {
    for (const [index, { password, ...person }] of sampleAccounts.entries()) {
      const adult = { birthDate: '1990-05-17', guardianConfirmed: false, acceptedTermsVersion: 'sample' };
      const made = store.insert({ ...person, ...adult }, await passwords.hash(password), clock.nowMs());
      if (made !== 'email-taken') seedSampleAffairs(database, made.id, index === 0);
    }
  }
  const ratings = createRatings({ database, clock, ...forget });
  const popular = createPopular({ database, clock, courses: publication.courses, leastPeople, ...forget });
  if (seedSamples && facts.firstTime('sample-learners')) {
    seedSampleLearners({ store, ratings, popular, courses: publication.courses, clock });
  }
  const attempts = createAttempts(database, clock, facts.secret('attempts'));
  const proof = createProof({ store, passwords, attempts });
  const epoch = facts.secret('catalogue-epoch').toString('hex').slice(0, 12);
  const revisions = createRevisions(database);
  const offers = createOffers(publication, store.regionOf);
  const sessionDeps = {
    database,
    sessions: createSessionStore(database),
    tokens: createTokenStore(database),
    eraseRequests: createEraseRequests(database),
    departures: createDepartures(database),
    clock,
    ...forget,
  };
  const accounts = createAccounts({ store, passwords, attempts, clock, ...forget });
  const privacy = createPrivacyParts({
    database,
    clock,
    accounts,
    ratings,
    store,
    proof,
    departures: sessionDeps.departures,
    ...forget,
  });
  return {
    ...privacy,
    clock,
    origin,
    proof,
    accounts,
    credentials: createCredentials({ ...sessionDeps, store, passwords, proof }),
    sessions: createSessions(sessionDeps),
    computers: createComputers(sessionDeps),
    offers,
    catalogue: createCatalogue({
      publication,
      offers,
      revisions,
      epoch,
      pageBytes: deps.cataloguePageBytes ?? usualPageBytes,
    }),
    shelf: createMediaShelf(join(samplesFolder, 'media'), publication.assets),
    links: createMediaLinks(facts.secret('media-links'), clock),
    keys: createSigningKeys(database, clock),
    ratings,
    popular,
    histories: createHistoryCopies({ database, ...forget }),
  };
}
