import { problemTypePrefix, type Problem, type ProblemKind } from '../../contract/api/problem.ts';

const known: Record<ProblemKind, { readonly status: number; readonly title: string }> = {
  'wrong-credentials': { status: 401, title: 'The e-mail or the password is wrong.' },
  'too-many-attempts': { status: 429, title: 'Too many attempts. Try again later.' },
  'session-ended': { status: 401, title: 'This session has ended. Sign in again.' },
  'erase-requested': {
    status: 401,
    title: 'This computer was signed out from another one. What it keeps of the account is to be erased.',
  },
  'account-erased': {
    status: 401,
    title: 'The account was erased by its person. What this computer keeps of it is to be erased, too.',
  },
  'minor-eliminated': {
    status: 401,
    title:
      'The account was of somebody under 18 without a guardian, and is deleted. What this computer keeps of it is to be erased.',
  },
  'token-expired': { status: 401, title: 'The access token is not valid any more. Refresh it.' },
  'refresh-token-reused': { status: 401, title: 'A refresh token was used twice, so the session was ended.' },
  'url-expired': { status: 403, title: 'This address has expired. Ask for a new one.' },
  'not-found': { status: 404, title: 'There is nothing here.' },
  'not-allowed': { status: 403, title: 'This is not allowed.' },
  restricted: { status: 403, title: 'The person has stopped this use of their data.' },
  'bad-request': { status: 400, title: 'The request is not what the API expects.' },
  'range-not-satisfiable': { status: 416, title: 'The file has no such bytes.' },
  'email-taken': { status: 409, title: 'There is an account with this e-mail already.' },
  'guardian-required': { status: 403, title: 'Under 18 a guardian has to confirm. Nothing was stored.' },
  'terms-outdated': { status: 409, title: 'The Terms have changed meanwhile. Read and accept the version in force.' },
  'region-unavailable': { status: 403, title: 'This is not offered in the region of the account.' },
  unavailable: { status: 503, title: 'The service cannot answer this now.' },
  unexpected: { status: 500, title: 'The service made a mistake.' },
};

/** How a problem differs from what its kind says by itself. */
export interface ProblemExtras {
  readonly status?: number;
  /** Names of fields at most; never a value that was sent. */
  readonly detail?: string;
  /** Sent as `Retry-After`, rounded up to seconds. */
  readonly retryAfterMs?: number;
  readonly headers?: Readonly<Record<string, string>>;
}

/** An expected refusal: thrown by the features, answered as a problem document (RFC 9457). */
export class ServiceProblem extends Error {
  readonly kind: ProblemKind;
  readonly status: number;
  readonly extras: ProblemExtras;

  constructor(kind: ProblemKind, extras: ProblemExtras = {}) {
    super(kind);
    this.name = 'ServiceProblem';
    this.kind = kind;
    this.status = extras.status ?? known[kind].status;
    this.extras = extras;
  }
}

/** The document of a problem. */
export function problemDocument({ kind, status, extras }: ServiceProblem): Problem {
  const { title } = known[kind];
  const document = { type: `${problemTypePrefix}${kind}`, title, status };
  return extras.detail === undefined ? document : { ...document, detail: extras.detail };
}

/** The headers that go with a problem. */
export function problemHeaders({ kind, status, extras }: ServiceProblem): Record<string, string> {
  const headers: Record<string, string> = { 'content-type': 'application/problem+json', 'cache-control': 'no-store' };
  if (extras.retryAfterMs !== undefined) headers['retry-after'] = String(Math.ceil(extras.retryAfterMs / 1000));
  // RFC 9110 §15.5.2 wants a challenge with every 401; RFC 6750 §3 names the error.
  if (status === 401)
    headers['www-authenticate'] = kind === 'token-expired' ? 'Bearer error="invalid_token"' : 'Bearer';
  return { ...headers, ...extras.headers };
}
