/** The door to the service. */
import type { AssetLocation } from '../contract/api/assets.ts';
import type {
  ErasurePreview,
  ErasureReceipt,
  Marketing,
  NewPrivacyRequest,
  PersonalData,
  PrivacyRequest,
  PrivacyRequestList,
  Processing,
  Profile,
  UpdateProfileRequest,
} from '../contract/api/personal-data.ts';
import type { ConsentRecord, CookieRegistry, PolicyList, ProcessorList } from '../contract/api/policies.ts';
import type { UsageReport } from '../contract/api/usage.ts';
import type { PopularList } from '../contract/api/popular.ts';
import type { ReadHistoryPart, SendHistoryAnswer, SendHistoryRequest } from '../contract/api/history.ts';
import type { RateRequest, RatingList } from '../contract/api/ratings.ts';
import type { KeySet, LicenceAnswer, LicenceRequest } from '../contract/api/licences.ts';
import type {
  ChangeEmailRequest,
  ChangePasswordRequest,
  CreateAccountRequest,
  Terms,
} from '../contract/api/accounts.ts';
import type {
  Account,
  RefreshRequest,
  SessionList,
  SignInAnswer,
  SignInRequest,
  Tokens,
} from '../contract/api/sessions.ts';
import type { AssetId, SessionId } from '../contract/domain/ids.ts';
import type { RatingSubject } from '../contract/domain/rating.ts';
import type { Result } from '../contract/result.ts';

/** A signed-in call's bearer token. */
export type AccessToken = string;

/**
 * The service, each answer checked against the contract's schemas. Fails with `service-unreachable` (no answer),
 * `service-failed` (5xx, 429), `service-nonsense` (an answer that is not what the contract says), `session-ended` (401), `erase-requested`,
 * `account-erased` and `minor-eliminated` (401), `restricted` (403), `not-allowed` (403), `not-found` (404, 410).
 */
export interface ServiceApi {
  signIn(body: SignInRequest): Promise<Result<SignInAnswer>>;
  refresh(body: RefreshRequest): Promise<Result<Tokens>>;
  /** Signs a computer out: this one, or another, which is then to erase what it keeps of the account. */
  endSession(sessionId: SessionId, token: AccessToken): Promise<Result<null>>;
  endOtherSessions(token: AccessToken): Promise<Result<null>>;
  sessions(token: AccessToken): Promise<Result<SessionList>>;
  renameSession(sessionId: SessionId, name: string, token: AccessToken): Promise<Result<null>>;
  /** `email-taken`, `guardian-required` (nothing is stored then), `terms-outdated`, `too-many-attempts`. */
  createAccount(body: CreateAccountRequest): Promise<Result<Account>>;
  /** `wrong-credentials` without the current password; every other session of the account ends. */
  changePassword(body: ChangePasswordRequest, token: AccessToken): Promise<Result<null>>;
  /** `wrong-credentials`, `email-taken`. */
  changeEmail(body: ChangeEmailRequest, token: AccessToken): Promise<Result<Account>>;
  /** The country that the account says, as the service has it; null: not said. */
  region(token: AccessToken): Promise<Result<string | null>>;
  /** `service-nonsense` for one that it does not know. */
  setRegion(region: string | null, token: AccessToken): Promise<Result<null>>;
  /** The countries that may be said (ISO 3166-1 alpha-2). */
  regions(): Promise<Result<readonly string[]>>;
  /** The Terms in force. */
  terms(): Promise<Result<Terms>>;
  /** The answer as it came, JSON of a `CatalogueDelta` in UTF-8: to read it is the library worker's. */
  catalogue(
    known: { readonly cursor: string | null; readonly etag: string | null },
    token: AccessToken,
  ): Promise<Result<{ readonly page: Uint8Array; readonly etag: string | null } | 'unchanged'>>;
  locateAsset(assetId: AssetId, token: AccessToken): Promise<Result<AssetLocation>>;
  /** A whole small file (captions, cover, slides; at most 32 MiB), its digest checked: `digest-mismatch` otherwise; `cancelled` by the signal. */
  fetchAsset(location: AssetLocation, signal: AbortSignal): Promise<Result<Uint8Array>>;
  /** Bytes `start` to `endExclusive` of a file as they come; `changed-at-service` when it is not the same file any more. */
  streamAsset(
    location: AssetLocation,
    range: ByteRange,
    signal: AbortSignal,
  ): Promise<Result<ReadableStream<Uint8Array>>>;
  /** A licence to play a lecture offline on this computer; the signature is the caller's to check. */
  licence(body: LicenceRequest, token: AccessToken): Promise<Result<LicenceAnswer>>;
  /** All that the account has rated. */
  ratings(token: AccessToken): Promise<Result<RatingList>>;
  rate(subject: RatingSubject, body: RateRequest, token: AccessToken): Promise<Result<null>>;
  /** `changedAt` is ISO 8601, UTC. */
  withdrawRating(subject: RatingSubject, changedAt: string, token: AccessToken): Promise<Result<null>>;
  /** What is popular, unless it is what `etag` names; it is the same for everybody, so nobody says who they are. */
  popular(
    etag: string | null,
  ): Promise<Result<{ readonly list: PopularList; readonly etag: string | null } | 'unchanged'>>;
  /** What the account's computers told of watching, behind a place in the service's order; null: from the beginning. */
  history(since: string | null, token: AccessToken): Promise<Result<ReadHistoryPart>>;
  /** Events that the service has already change nothing; nothing is taken when `epoch` is not the copy's. */
  sendHistory(body: SendHistoryRequest, token: AccessToken): Promise<Result<SendHistoryAnswer>>;
  /** Deletes the copy; with an epoch only that one. */
  deleteHistory(epoch: string | null, token: AccessToken): Promise<Result<null>>;
  /** Newest first. */
  policies(): Promise<Result<PolicyList>>;
  /** Everything the service may set. */
  cookies(): Promise<Result<CookieRegistry>>;
  processors(): Promise<Result<ProcessorList>>;
  /** Told twice it is kept once. */
  tellConsent(body: ConsentRecord, token: AccessToken): Promise<Result<null>>;
  /** Anonymous counters of a day; nobody says who they are. */
  reportUsage(body: UsageReport): Promise<Result<null>>;
  /** Everything the service holds of the person. */
  personalData(token: AccessToken): Promise<Result<PersonalData>>;
  /** `guardian-required` when the birth date says under 18 and no guardian confirmed. */
  updateProfile(body: UpdateProfileRequest, token: AccessToken): Promise<Result<Profile>>;
  marketing(token: AccessToken): Promise<Result<Marketing>>;
  setMarketing(body: Marketing, token: AccessToken): Promise<Result<Marketing>>;
  processing(token: AccessToken): Promise<Result<Processing>>;
  setProcessing(body: Processing, token: AccessToken): Promise<Result<Processing>>;
  privacyRequests(token: AccessToken): Promise<Result<PrivacyRequestList>>;
  /** Sent twice it is kept once. */
  sendPrivacyRequest(body: NewPrivacyRequest, token: AccessToken): Promise<Result<PrivacyRequest>>;
  /** What would be kept although the account is erased, and until when. */
  erasurePreview(token: AccessToken): Promise<Result<ErasurePreview>>;
  /** Erases the account at the service; `wrong-credentials` without the right password. */
  eraseAccount(password: string, token: AccessToken): Promise<Result<ErasureReceipt>>;
  /** The public keys that licences are signed with. */
  keys(): Promise<Result<KeySet>>;
  /** One cheap request that needs no account: does the service answer at all? */
  probe(): Promise<Result<null>>;
}

/** A half-open range of bytes. */
export interface ByteRange {
  readonly start: number;
  readonly endExclusive: number;
}
