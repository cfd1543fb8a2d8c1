import { done, ok } from '../../../contract/result.ts';
import type { AppErrorCode, Result } from '../../../contract/result.ts';
import type { AccessToken, Library, Log, ServiceApi } from '../../ports.ts';
import type { HeardRights, KeptRights } from '../../rights-ports.ts';

/** What an exchange with the service needs. */
export interface RightsExchangeDeps {
  readonly library: Pick<Library, 'rights'>;
  readonly service: Pick<
    ServiceApi,
    'processing' | 'setProcessing' | 'marketing' | 'setMarketing' | 'privacyRequests' | 'sendPrivacyRequest'
  >;
  readonly authorized: <T>(call: (token: AccessToken) => Promise<Result<T>>) => Promise<Result<T>>;
  readonly log: Log;
  /** What is kept may be another. */
  readonly onHeard: (kept: KeptRights) => void;
}

/** The service will not send this mail, whatever is asked: its own state is taken then. */
const finalRefusals: readonly AppErrorCode[] = ['restricted', 'not-allowed'];

/**
 * Tells what waits, what was stopped first, then reads how everything stands. It may be cut off anywhere and begun again; `isOver` ends it
 * without a word.
 */
export async function exchangeRights(deps: RightsExchangeDeps, isOver: () => boolean): Promise<Result<null>> {
  const kept = await deps.library.rights.read();
  if (!kept.ok || isOver()) return kept.ok ? done : kept;
  for (const step of [tellProcessing, tellMarketing, tellRequests, hearAll]) {
    const result = await step(deps, kept.value, isOver);
    if (!result.ok || isOver()) return result;
  }
  return done;
}

type Step = (deps: RightsExchangeDeps, kept: KeptRights, isOver: () => boolean) => Promise<Result<null>>;

const tellProcessing: Step = async ({ library, service, authorized }, { processing }, isOver) => {
  if (processing === null || processing.told) return done;
  const told = await authorized((token) => service.setProcessing(processing.value, token));
  if (!told.ok || isOver()) return told.ok ? done : told;
  return library.rights.told('processing', processing.revision);
};

const tellMarketing: Step = async ({ library, service, authorized }, { marketing }, isOver) => {
  if (marketing === null || marketing.told) return done;
  const told = await authorized((token) => service.setMarketing(marketing.value, token));
  if (isOver()) return done;
  if (!told.ok && !finalRefusals.includes(told.error.code)) return told;
  return library.rights.told('marketing', marketing.revision);
};

const tellRequests: Step = async (deps, { requests }, isOver) => {
  const { service, authorized } = deps;
  // Newest first is how they are shown; they are sent as they were asked.
  for (const { id, kind, text, askedAtMs } of requests.filter(({ answer }) => answer === null).toReversed()) {
    const askedAt = new Date(askedAtMs).toISOString();
    const sent = await authorized((token) => service.sendPrivacyRequest({ id, kind, text, askedAt }, token));
    if (!sent.ok || isOver()) return sent.ok ? done : sent;
    const taken = await take(deps, { requests: [sent.value] });
    if (!taken.ok || isOver()) return taken;
  }
  return done;
};

const hearAll: Step = async (deps, _kept, isOver) => {
  const { service, authorized } = deps;
  const [processing, marketing, requests] = await Promise.all([
    authorized((token) => service.processing(token)),
    authorized((token) => service.marketing(token)),
    authorized((token) => service.privacyRequests(token)),
  ]);
  if (!processing.ok) return processing;
  if (!marketing.ok) return marketing;
  if (!requests.ok) return requests;
  if (isOver()) return done;
  return take(deps, { processing: processing.value, marketing: marketing.value, requests: requests.value.requests });
};

async function take({ library, onHeard }: RightsExchangeDeps, heard: Partial<HeardRights>): Promise<Result<null>> {
  const kept = await library.rights.take(heard);
  if (kept.ok) onHeard(kept.value);
  return kept.ok ? ok(null) : kept;
}
