import type { AppErrorCode, Result } from '../../../contract/result.ts';
import type { Clock, ServiceApi } from '../../ports.ts';

/** What the connection feature needs. */
export interface ConnectionDeps {
  readonly probe: () => Promise<Result<null>>;
  readonly clock: Clock;
  readonly onChange: (online: boolean) => void;
}

/** Knows whether the service answers, from the answers themselves; asks again by itself while it does not. */
export interface Connection {
  isOnline(): boolean;
  /** Takes note of an answer of the service. */
  report(result: Result<unknown>): void;
  /** Asks now instead of waiting (the system woke up, the network changed). */
  checkNow(): void;
  stop(): void;
}

const firstProbeAfterMs = 3000;
const longestProbeAfterMs = 60_000;

/** Answers that only the service itself can have given; all other failures (no answer, 5xx, a hotel's login page) count as offline. */
const spokenByTheService: readonly AppErrorCode[] = [
  'wrong-credentials',
  'too-many-attempts',
  'email-taken',
  'guardian-required',
  'terms-outdated',
  'session-ended',
  'erase-requested',
  'account-erased',
  'minor-eliminated',
  'not-allowed',
  'restricted',
  'not-found',
  'changed-at-service',
  'digest-mismatch',
];

/** Failures that say nothing about the line. */
const sayNothing: readonly AppErrorCode[] = [
  'not-sent',
  'cancelled',
  'signed-out',
  'disk-full',
  'disk-failed',
  'folder-read-only',
];

/** Makes the connection feature; starts out online until an answer says otherwise. */
export function createConnection(deps: ConnectionDeps): Connection {
  let online = true;
  let waitMs = firstProbeAfterMs;
  let cancelTimer: (() => void) | null = null;
  let stopped = false;

  function become(next: boolean): void {
    if (next) {
      cancelTimer?.();
      cancelTimer = null;
      waitMs = firstProbeAfterMs;
    }
    if (next === online) return;
    online = next;
    if (!online) schedule();
    deps.onChange(online);
  }

  function schedule(): void {
    if (stopped || cancelTimer !== null) return;
    cancelTimer = deps.clock.after(waitMs, probe);
    waitMs = Math.min(waitMs * 2, longestProbeAfterMs);
  }

  function probe(): void {
    cancelTimer?.();
    cancelTimer = null;
    void deps.probe().then((result) => {
      report(result);
      if (!online) schedule();
    });
  }

  function report(result: Result<unknown>): void {
    if (stopped) return;
    if (result.ok || spokenByTheService.includes(result.error.code)) become(true);
    else if (!sayNothing.includes(result.error.code)) become(false);
  }

  return {
    isOnline: () => online,
    report,
    checkNow: () => {
      waitMs = firstProbeAfterMs;
      if (!stopped) probe();
    },
    stop: () => {
      stopped = true;
      cancelTimer?.();
    },
  };
}

/** The same service, with every answer reported to the connection. */
export function watched(service: ServiceApi, report: (result: Result<unknown>) => void): ServiceApi {
  const seen = async <T>(answer: Promise<Result<T>>): Promise<Result<T>> => {
    const result = await answer;
    report(result);
    return result;
  };
  return {
    signIn: (body) => seen(service.signIn(body)),
    refresh: (body) => seen(service.refresh(body)),
    endSession: (id, token) => seen(service.endSession(id, token)),
    endOtherSessions: (token) => seen(service.endOtherSessions(token)),
    sessions: (token) => seen(service.sessions(token)),
    renameSession: (id, name, token) => seen(service.renameSession(id, name, token)),
    createAccount: (body) => seen(service.createAccount(body)),
    changePassword: (body, token) => seen(service.changePassword(body, token)),
    changeEmail: (body, token) => seen(service.changeEmail(body, token)),
    region: (token) => seen(service.region(token)),
    setRegion: (region, token) => seen(service.setRegion(region, token)),
    regions: () => seen(service.regions()),
    terms: () => seen(service.terms()),
    catalogue: (known, token) => seen(service.catalogue(known, token)),
    locateAsset: (id, token) => seen(service.locateAsset(id, token)),
    fetchAsset: (location, signal) => seen(service.fetchAsset(location, signal)),
    streamAsset: (location, range, signal) => seen(service.streamAsset(location, range, signal)),
    ratings: (token) => seen(service.ratings(token)),
    rate: (subject, body, token) => seen(service.rate(subject, body, token)),
    withdrawRating: (subject, changedAt, token) => seen(service.withdrawRating(subject, changedAt, token)),
    popular: (etag) => seen(service.popular(etag)),
    history: (since, token) => seen(service.history(since, token)),
    sendHistory: (body, token) => seen(service.sendHistory(body, token)),
    deleteHistory: (epoch, token) => seen(service.deleteHistory(epoch, token)),
    licence: (body, token) => seen(service.licence(body, token)),
    policies: () => seen(service.policies()),
    cookies: () => seen(service.cookies()),
    processors: () => seen(service.processors()),
    tellConsent: (body, token) => seen(service.tellConsent(body, token)),
    reportUsage: (body) => seen(service.reportUsage(body)),
    personalData: (token) => seen(service.personalData(token)),
    updateProfile: (body, token) => seen(service.updateProfile(body, token)),
    marketing: (token) => seen(service.marketing(token)),
    setMarketing: (body, token) => seen(service.setMarketing(body, token)),
    processing: (token) => seen(service.processing(token)),
    setProcessing: (body, token) => seen(service.setProcessing(body, token)),
    privacyRequests: (token) => seen(service.privacyRequests(token)),
    sendPrivacyRequest: (body, token) => seen(service.sendPrivacyRequest(body, token)),
    erasurePreview: (token) => seen(service.erasurePreview(token)),
    eraseAccount: (password, token) => seen(service.eraseAccount(password, token)),
    keys: () => seen(service.keys()),
    probe: () => service.probe(),
  };
}
