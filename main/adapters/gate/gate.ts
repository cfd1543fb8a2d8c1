import { purposes } from '../../../contract/domain/privacy.ts';
import type { CookieJar, SendingRules, WireSession } from '../../gate-ports.ts';
import type { Clock, Log } from '../../ports.ts';
import type { NetworkRecord, NetworkSink, PrivacyRules } from '../../privacy-ports.ts';
import { NotSentError, type Fetch } from '../http/fetch.ts';
import { countedBody } from './counted-body.ts';
import { bodyBytes, headBytes, receivedHeaders, sentHeaders } from './gate-headers.ts';
import { isCategoryAllowed, isPurpose, judgePurpose, type Judgement } from './privacy-judge.ts';
import { receivedCookies } from './received-cookies.ts';

/** What the gate works with. */
export interface GateDeps {
  /** Scheme, host and port of the service: nothing goes anywhere else. Null when there is none. */
  readonly origin: () => Promise<string | null>;
  /** The session of whoever is signed in, with its kept cookies back in it. */
  readonly session: () => Promise<WireSession>;
  readonly rules: PrivacyRules;
  readonly sink: NetworkSink;
  readonly clock: Clock;
  readonly log: Pick<Log, 'defect'>;
}

/** The gate through which everything goes that the app sends. */
export interface Gate {
  /** Sends if it may, else throws `NotSentError`; answers without cookies. */
  readonly fetch: Fetch;
  /** What holds now for lectures that are fetched beside it. */
  sendingRules(): SendingRules;
  /** Whether a cookie or stored item of this name may be here now. */
  mayKeep(name: string): boolean;
  /** A request that nobody announced was refused elsewhere. */
  refuseStranger(host: string): void;
}

/** Builds it. */
export function createGate(deps: GateDeps): Gate {
  const { rules, sink, clock } = deps;
  const mayKeep = (name: string): boolean => isCategoryAllowed(rules.categoryOf(name), rules.state());

  function refuse(facts: Pick<NetworkRecord, 'host' | 'purpose'>, judgement: Judgement): NotSentError {
    const { host, purpose } = facts;
    const category = purpose === null ? null : purposes[purpose];
    const nothing = { sentBytes: 0, receivedBytes: 0, status: null, durationMs: 0 };
    sink.record({ atMs: clock.nowMs(), host, purpose, category, result: 'refused', ...nothing });
    const error = new NotSentError(judgement);
    if (judgement === 'undeclared') deps.log.defect('gate.undeclared', error);
    return error;
  }

  async function take(jar: CookieJar, answer: Response, url: string): Promise<void> {
    const setCookie = answer.headers.getSetCookie();
    if (setCookie.length === 0) return;
    const nowMs = clock.nowMs();
    for (const cookie of receivedCookies(setCookie, url, nowMs)) {
      if (!mayKeep(cookie.name)) continue;
      const isOver = cookie.expiresAtMs !== null && cookie.expiresAtMs <= nowMs;
      await (isOver ? jar.remove(cookie) : jar.put(cookie));
    }
  }

  async function fetch(url: string, { purpose, ...init }: Parameters<Fetch>[1]): Promise<Response> {
    const [origin, session] = [await deps.origin(), await deps.session()];
    const takesCookies = init.credentials === 'include';
    const inJar = takesCookies ? await session.cookies.cookiesFor(url) : [];
    // From here to the sending nothing waits: what is judged is what goes.
    const target = new URL(url);
    const facts = { host: target.host, purpose: isPurpose(purpose) ? purpose : null };
    const judgement = judgePurpose(purpose, rules.state());
    if (judgement !== 'allowed' || facts.purpose === null) throw refuse(facts, judgement);
    if (origin === null || target.origin !== new URL(origin).origin) throw refuse(facts, 'undeclared');
    const { optOutSignal } = rules.state();
    const cookies = inJar.filter(({ name }) => mayKeep(name));
    const headers = sentHeaders(init.headers, { optOutSignal, cookies });
    const { host, pathname, search } = target;
    const firstLine = `${init.method ?? 'GET'} ${pathname}${search} HTTP/1.1`;
    const begun = {
      atMs: clock.nowMs(),
      ...facts,
      category: purposes[facts.purpose],
      sentBytes: headBytes(firstLine, headers) + `host: ${host}\r\n`.length + bodyBytes(init.body),
    };
    const startedAtMs = performance.now();
    const record = (result: NetworkRecord['result'], status: number | null, receivedBytes: number): void => {
      const durationMs = Math.round(performance.now() - startedAtMs);
      sink.record({ ...begun, receivedBytes, result, status, durationMs });
    };
    const fixed = { credentials: 'omit', redirect: 'error', cache: 'no-store', referrerPolicy: 'no-referrer' } as const;
    let answer: Response;
    try {
      answer = await session.fetch(url, { ...init, ...fixed, headers });
    } catch (error) {
      record('failed', null, 0);
      throw error;
    }
    if (takesCookies) await take(session.cookies, answer, url);
    return counted(answer, record);
  }

  return {
    fetch,
    mayKeep,
    sendingRules: () => {
      const state = rules.state();
      return { isAllowed: judgePurpose('lecture', state) === 'allowed', optOutSignal: state.optOutSignal };
    },
    refuseStranger: (host) => void refuse({ host, purpose: null }, 'undeclared'),
  };
}

/** The same answer without cookies, told of once it is over. */
function counted(
  answer: Response,
  record: (result: NetworkRecord['result'], status: number, receivedBytes: number) => void,
): Response {
  const { status, statusText, body } = answer;
  const head = headBytes(`HTTP/1.1 ${status} ${statusText}`, answer.headers);
  const result = status < 400 ? 'answered' : 'failed';
  const headers = receivedHeaders(answer.headers);
  if (body === null) {
    record(result, status, head);
    return new Response(null, { status, statusText, headers });
  }
  const packed = answer.headers.has('content-encoding') ? Number(answer.headers.get('content-length') ?? NaN) : NaN;
  const flowing = countedBody(body, (end, sizeBytes) => {
    // What was packed on the line is counted as the line had it, where the answer says how long that is.
    const onTheLine = end === 'complete' && Number.isSafeInteger(packed) ? packed : sizeBytes;
    record(end === 'broken' ? 'failed' : result, status, head + onTheLine);
  });
  return new Response(flowing, { status, statusText, headers });
}
