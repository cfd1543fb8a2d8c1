import { Problem, problemKinds, problemTypePrefix } from '../../../contract/api/problem.ts';
import type { ProblemKind } from '../../../contract/api/problem.ts';
import { fail } from '../../../contract/result.ts';
import type { AppErrorCode, Result } from '../../../contract/result.ts';

/** Milliseconds a `Retry-After` header asks for (RFC 9110 §10.2.3: seconds or an HTTP date); undefined when there is none or it is junk. */
export function retryAfterMs(header: string | null, nowMs: number): number | undefined {
  if (header === null) return undefined;
  if (/^\d{1,9}$/.test(header.trim())) return Number(header) * 1000;
  const atMs = Date.parse(header);
  return Number.isNaN(atMs) ? undefined : Math.max(0, atMs - nowMs);
}

/** The kind of an RFC 9457 problem document, or null when the body is not one of ours. */
export function problemKind(body: unknown): ProblemKind | null {
  const parsed = Problem.safeParse(body);
  if (!parsed.success || !parsed.data.type.startsWith(problemTypePrefix)) return null;
  const name = parsed.data.type.slice(problemTypePrefix.length);
  return problemKinds.find((kind) => kind === name) ?? null;
}

function codeOfStatus(status: number): AppErrorCode {
  if (status === 401) return 'session-ended';
  if (status === 403) return 'not-allowed';
  if (status === 404 || status === 410) return 'not-found';
  if (status === 429 || status >= 500) return 'service-failed';
  return 'service-nonsense';
}

/** Turns an answer that is not a success into an error of the closed list; what the problem document says outranks the status. */
export function errorOfAnswer(status: number, body: unknown, retryAfter: number | undefined): Result<never> {
  const kind = problemKind(body);
  switch (kind) {
    case 'wrong-credentials':
    case 'email-taken':
    case 'guardian-required':
    case 'terms-outdated':
    case 'erase-requested':
    case 'account-erased':
    case 'minor-eliminated':
    case 'restricted':
    case 'region-unavailable':
      return fail(kind);
    case 'too-many-attempts':
      return fail('too-many-attempts', retryAfter);
    case 'session-ended':
    case 'token-expired':
    case 'refresh-token-reused':
      return fail('session-ended');
    default:
      return fail(codeOfStatus(status), retryAfter);
  }
}
