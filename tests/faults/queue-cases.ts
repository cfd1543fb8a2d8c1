import type { AppErrorCode } from '../../contract/result.ts';

/** One way the service misbehaves towards the whole app, and what the person sees of it before the lecture is there. */
export interface QueueCase {
  readonly title: string;
  /** Rules for `POST /_faults`; they end by themselves or when the person tries again. */
  readonly rules: readonly unknown[];
  /** The reason that is shown meanwhile; null when nobody notices. */
  readonly shows: AppErrorCode | null;
  /** True when it goes on by itself, without the person. */
  readonly byItself: boolean;
  /** Times the lecture's line was broken: a segment may be fetched twice each time. */
  readonly interruptions?: number;
  /** Bytes that are sent besides; `all` stands for the whole lecture again, `uncounted` for bodies that are refused as long as they come. */
  readonly again?: number | 'all' | 'uncounted';
}

/** Plain bytes of a segment, as the app writes them. */
export const segmentBytes = 65_536;

/** The service counts a portal's page as if it were of the lecture. */
const portalBytes = 300;

const media = (fault: unknown, more: object = {}) => ({
  route: 'GET /v1/media/{id}',
  pathContains: '360p',
  times: 1,
  fault,
  ...more,
});
const address = (fault: unknown, more: object = {}) => ({ ...media(fault, more), route: 'GET /v1/assets/{id}' });
const caption = (fault: unknown, more: object = {}) => ({ ...media(fault, more), pathContains: 'vtt' });
const cut = (bytes: number) => media({ kind: 'cutAfterBytes', bytes });

/** The cases; `otherOrigin` is a server that must never hear anything. */
export function queueCases(otherOrigin: string): readonly QueueCase[] {
  const elsewhere = { kind: 'redirect', status: 307, location: `${otherOrigin}/caught` };
  const page = { kind: 'html' };
  const status = (code: number, more: object = {}) => ({ kind: 'status', status: code, ...more });
  const unreachable = { shows: 'service-unreachable', byItself: true } as const;
  const failed = { shows: 'service-failed', byItself: true } as const;
  const nonsense = { shows: 'service-nonsense', byItself: true } as const;
  const person = (shows: AppErrorCode) => ({ shows, byItself: false });
  const unseen = { shows: null, byItself: true } as const;
  return [
    ...[0, 1, segmentBytes - 1, segmentBytes, segmentBytes + 1].map((bytes) => ({
      title: `the lecture's line is cut after byte ${bytes}`,
      rules: [cut(bytes)],
      ...unreachable,
      interruptions: 1,
    })),
    { title: 'the address has run out (403)', rules: [media(status(403, { problem: 'url-expired' }))], ...unseen },
    { title: 'the address is refused with 401', rules: [media(status(401))], ...unseen },
    {
      title: 'every address is refused with 403',
      rules: [media(status(403), { times: null })],
      ...person('not-allowed'),
      byItself: true,
    },
    { title: 'the lecture is not there (404)', rules: [media(status(404))], ...person('not-found') },
    { title: 'the lecture is gone (410)', rules: [media(status(410))], ...person('not-found') },
    { title: 'too many requests (429)', rules: [media(status(429, { retryAfterSeconds: 1 }))], ...failed },
    { title: 'a failure of the service (500)', rules: [media(status(500))], ...failed },
    { title: 'an overloaded service (503), three times', rules: [media(status(503), { times: 3 })], ...failed },
    { title: 'a captive portal instead of the lecture', rules: [media(page)], ...nonsense, again: portalBytes },
    {
      title: 'a captive portal instead of everything',
      rules: [media(page, { route: '*', pathContains: '', times: null })],
      ...nonsense,
      again: portalBytes,
    },
    { title: 'the lecture is redirected to another origin', rules: [media(elsewhere)], ...nonsense },
    {
      title: 'a 200 with the whole lecture to a resume',
      rules: [cut(2 * segmentBytes), media({ kind: 'ignoreRange' }, { skip: 1 })],
      ...unreachable,
      interruptions: 1,
      again: 2 * segmentBytes,
    },
    {
      title: 'a wrong Content-Range at a resume',
      rules: [cut(2 * segmentBytes), media({ kind: 'wrongContentRange' }, { skip: 1 })],
      ...nonsense,
      interruptions: 1,
      again: 'all',
    },
    {
      title: 'a changed lecture at a resume',
      rules: [cut(2 * segmentBytes), media({ kind: 'changedEtag' }, { skip: 1 })],
      ...unreachable,
      // The two segments that came before are of the old one.
      interruptions: 2,
      again: 'all',
    },
    {
      title: 'a lecture whose ETag is never the one of its address',
      rules: [media({ kind: 'changedEtag' }, { times: null })],
      shows: 'changed-at-service',
      byItself: true,
      again: 'uncounted',
    },
    {
      title: 'a flipped byte',
      rules: [media({ kind: 'wrongBytes', offset: 70_000 })],
      ...person('digest-mismatch'),
      again: 'all',
    },
    { title: 'gzip though nobody asked', rules: [media({ kind: 'gzipBody' })], ...nonsense, again: 'all' },
    { title: 'a lecture without a length', rules: [media({ kind: 'noLength' })], ...unseen },
    { title: 'the question for the address is redirected to another origin', rules: [address(elsewhere)], ...nonsense },
    { title: 'the question for the address is answered with 401', rules: [address(status(401))], ...unseen },
    {
      title: 'the question for the address is answered with 404',
      rules: [address(status(404))],
      ...person('not-found'),
    },
    { title: 'the question for the address is answered with 503', rules: [address(status(503))], ...failed },
    { title: 'the question for the address is answered by a captive portal', rules: [address(page)], ...nonsense },
    { title: 'half a JSON answer', rules: [address({ kind: 'truncatedJson' })], ...nonsense },
    { title: 'a JSON answer of other types', rules: [address({ kind: 'wrongTypes' })], ...nonsense },
    { title: 'an answer that is lost', rules: [address({ kind: 'loseAnswer' })], ...unreachable },
    {
      title: 'an address with another digest than the lecture has',
      rules: [address({ kind: 'wrongDigest' })],
      ...person('digest-mismatch'),
      again: 'all',
    },
    {
      title: 'an address with another ETag than the lecture has',
      rules: [address({ kind: 'changedEtag' })],
      ...unseen,
      again: 'all',
    },
    { title: 'a caption that is cut', rules: [caption({ kind: 'cutAfterBytes', bytes: 10 })], ...unreachable },
    {
      title: 'a caption with a flipped byte',
      rules: [caption({ kind: 'wrongBytes', offset: 20 })],
      ...person('digest-mismatch'),
    },
    { title: 'a caption that is redirected to another origin', rules: [caption(elsewhere)], ...unreachable },
    { title: 'a caption that is a login page', rules: [caption(page)], ...nonsense },
  ];
}
