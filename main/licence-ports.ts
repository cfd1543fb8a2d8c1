/** The doors of offline licences, as `ports.ts` has the others. */
import type { KeySet, LicenceClaims } from '../contract/api/licences.ts';
import type { DeviceId, LectureId } from '../contract/domain/ids.ts';
import type { Result } from '../contract/result.ts';

/** What a licence must say to count here. */
export interface LicenceExpectation {
  /** Account id at the service; null before the service has issued anything for this library. */
  readonly accountId: string | null;
  readonly deviceId: DeviceId;
  readonly lectureId: LectureId;
}

/** What checking a licence came to; `unknown-key`: it may be genuine, but none of these keys signed it. */
export type LicenceVerdict =
  { readonly kind: 'genuine'; readonly claims: LicenceClaims } | { readonly kind: 'unknown-key' | 'forged' };

/** Checks who signed a licence and for whom, off the main thread; whether it has run out is not its question. */
export interface LicenceVerifier {
  verify(licence: string, expected: LicenceExpectation, keys: KeySet): Promise<LicenceVerdict>;
}

/** Moments known to have been, in milliseconds since 1970, UTC; null before the first licence. */
export interface KnownMoments {
  /** The last one that the service named. */
  readonly serviceMs: number | null;
  /** The latest one, of the service or of this computer's clock. */
  readonly latestMs: number | null;
}

/** A licence as it is kept: the signed text, and nothing that was not signed. */
export interface KeptLicence {
  readonly lectureId: LectureId;
  /** Compact JWS. */
  readonly licence: string;
}

/** What the library knows about licences. */
export interface KeptLicences {
  readonly accountId: string | null;
  readonly keys: KeySet | null;
  readonly moments: KnownMoments;
  readonly licences: readonly KeptLicence[];
  /** Downloads from before there were licences that the service has not been asked about yet. */
  readonly graceLectureIds: readonly LectureId[];
}

/** A licence that the service has just issued. */
export interface IssuedLicence extends KeptLicence {
  readonly accountId: string;
  /** Seconds since 1970, UTC, both. */
  readonly issuedAtS: number;
  readonly expiresAtS: number;
}

/** The part of the open library that is about licences; a licence goes with its download, by `downloads.remove`. */
export interface LicenceStore {
  read(): Promise<Result<KeptLicences>>;
  get(id: LectureId): Promise<Result<KeptLicence | null>>;
  /** Keeps a licence, ends the lecture's grace and takes the moment of issue as the latest known; false, and no licence kept, without a download. */
  put(issued: IssuedLicence): Promise<Result<boolean>>;
  putKeys(keys: KeySet): Promise<Result<null>>;
  /** Raises the latest moment; an earlier one changes nothing. */
  noteMoment(latestMs: number): Promise<Result<null>>;
  /** The service refused a licence: a download from before there were licences needs one from now on. */
  endGrace(id: LectureId): Promise<Result<null>>;
}
