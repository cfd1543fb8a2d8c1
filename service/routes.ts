import { accountRoutes } from './accounts/account-routes.ts';
import type { Accounts } from './accounts/accounts.ts';
import { credentialRoutes } from './accounts/credential-routes.ts';
import type { Credentials } from './accounts/credentials.ts';
import type { Proof } from './accounts/proof.ts';
import { regionRoutes } from './accounts/region-routes.ts';
import type { Catalogue } from './catalogue/catalogue.ts';
import { catalogueRoutes } from './catalogue/catalogue-routes.ts';
import type { Offers } from './catalogue/offers.ts';
import type { Clock } from './clock.ts';
import { historyRoutes } from './history/history-routes.ts';
import type { HistoryCopies } from './history/history-copies.ts';
import type { ServiceApp } from './http/service-app.ts';
import { licenceRoutes } from './licences/licence-routes.ts';
import type { SigningKeys } from './licences/signing-keys.ts';
import type { MediaLinks } from './media/media-links.ts';
import { mediaRoutes } from './media/media-routes.ts';
import type { MediaShelf } from './media/media-shelf.ts';
import { pageRoutes } from './pages/page-routes.ts';
import { popularRoutes } from './popular/popular-routes.ts';
import type { Popular } from './popular/popular.ts';
import { consentRoutes } from './privacy/consent-routes.ts';
import type { Consents } from './privacy/consents.ts';
import type { Policies } from './privacy/policies.ts';
import { policyRoutes } from './privacy/policy-routes.ts';
import type { PrivacyRequests } from './privacy/privacy-requests.ts';
import { requestRoutes } from './privacy/request-routes.ts';
import { rightsRoutes, type RightsRoutesDeps } from './privacy/rights-routes.ts';
import { usageRoutes } from './privacy/usage-routes.ts';
import type { UsageSums } from './privacy/usage-sums.ts';
import { ratingRoutes } from './ratings/rating-routes.ts';
import type { Ratings } from './ratings/ratings.ts';
import type { Computers } from './sessions/computers.ts';
import { createSessionGuard } from './sessions/session-guard.ts';
import { sessionRoutes } from './sessions/session-routes.ts';
import type { Sessions } from './sessions/sessions.ts';

/** What the routes stand on. */
export interface ServiceParts extends Omit<RightsRoutesDeps, 'guard'> {
  readonly clock: Clock;
  readonly accounts: Accounts;
  readonly proof: Proof;
  readonly credentials: Credentials;
  readonly sessions: Sessions;
  readonly computers: Computers;
  readonly catalogue: Catalogue;
  readonly offers: Offers;
  readonly shelf: MediaShelf;
  readonly links: MediaLinks;
  readonly keys: SigningKeys;
  readonly ratings: Ratings;
  readonly popular: Popular;
  readonly histories: HistoryCopies;
  readonly policies: Policies;
  readonly consents: Consents;
  readonly requests: PrivacyRequests;
  readonly usage: UsageSums;
  /** Where the service is reached, such as `http://127.0.0.1:4000`. */
  readonly origin: () => string;
}

/** Every route of the API, and the pages for people. */
export function serviceRoutes(app: ServiceApp, parts: ServiceParts): void {
  const guarded = { ...parts, guard: createSessionGuard(app, parts.sessions) };
  accountRoutes(app, guarded);
  credentialRoutes(app, guarded);
  regionRoutes(app, guarded);
  sessionRoutes(app, guarded);
  catalogueRoutes(app, guarded);
  mediaRoutes(app, guarded);
  licenceRoutes(app, guarded);
  ratingRoutes(app, guarded);
  popularRoutes(app, parts);
  historyRoutes(app, guarded);
  policyRoutes(app, parts);
  consentRoutes(app, guarded);
  rightsRoutes(app, guarded);
  requestRoutes(app, guarded);
  usageRoutes(app, parts);
  pageRoutes(app, parts);
}
