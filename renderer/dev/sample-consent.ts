import type { ConsentView } from '../../contract/domain/consent.ts';
import type { Result } from '../../contract/result.ts';
import type { Answers } from '../lib/testing/fake-bridge.ts';
import { chosenConsent, firstConsent, newerPolicy, sampleEntry } from '../lib/testing/sample-consent.ts';

const ok = <T>(value: T): Result<T> => ({ ok: true, value });

/** `&consent=first|list-unknown|changed|expired|announced|broken|signal`: what is asked or told about privacy. */
const views: Readonly<Record<string, ConsentView>> = {
  first: firstConsent,
  'list-unknown': { ...firstConsent, items: null, policy: null },
  changed: { ...chosenConsent, question: 'policy-changed', newVersions: [newerPolicy], policy: newerPolicy },
  expired: { ...chosenConsent, question: 'expired' },
  announced: { ...chosenConsent, notice: { kind: 'announced', version: newerPolicy } },
  broken: { ...chosenConsent, isChainIntact: false },
  signal: { ...chosenConsent, optOutSignal: true, signalHonoured: true },
};

/** The choices of privacy and the ledger of what was decided. */
export function consentAnswers(asked: URLSearchParams): Answers {
  let view: ConsentView = views[asked.get('consent') ?? ''] ?? { ...chosenConsent, functional: true };
  const decided = (part: Partial<ConsentView>): ConsentView => {
    view = { ...view, decidedAtMs: Date.UTC(2026, 10, 23, 12), asksAgainAtMs: Date.UTC(2027, 4, 23, 12) };
    return (view = { ...view, question: null, newVersions: [], ...part });
  };
  const both = { functional: true, advertisement: true };
  return {
    'consent.read': () => ok(view),
    'consent.decide': ({ action, functional, advertisement }) => {
      const allowed = action === 'accept-all' ? both : { functional, advertisement };
      const removed = view.functional && !allowed.functional ? [{ name: 'lr_usage', kind: 'cookie' as const }] : [];
      return ok({ view: decided(allowed), removed });
    },
    'consent.signal': ({ on }) => ok({ view: decided({ optOutSignal: on }), removed: [] }),
    'consent.told': () => ok(decided({ notice: null })),
    'consent.history': () =>
      ok({
        entries: [
          {
            ...sampleEntry,
            sequence: 2,
            id: '2b0f6e0a-7c0e-4a55-9a53-0d1f0a6f3a11',
            action: 'choose',
            before: sampleEntry.after,
            after: { functional: true, advertisement: false },
            carriedFrom: null,
          },
          sampleEntry,
        ],
        isChainIntact: view.isChainIntact,
      }),
    'consent.export': () => ok({ entryCount: 2 }),
  };
}
