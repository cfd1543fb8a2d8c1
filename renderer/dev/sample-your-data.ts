import type { Result } from '../../contract/result.ts';
import type { Answers } from '../lib/testing/fake-bridge.ts';
import { heldHere, personalData } from '../lib/testing/sample-personal-data.ts';

const ok = <T>(value: T): Result<T> => ({ ok: true, value });

/** What is held of Anna; `&held=offline`: the service does not answer. */
export function yourDataAnswers(asked: URLSearchParams): Answers {
  const isOffline = asked.get('held') === 'offline';
  return {
    'data.overview': () => ok({ ...heldHere, serviceAskedAtMs: isOffline ? Date.now() - 7_200_000 : null }),
    'data.samples': () =>
      ok([
        {
          atMs: Date.now() - 3_600_000,
          title: 'Where does a frame begin?',
          fact: { kind: 'played', durationMs: 1_260_000 },
        },
        { atMs: Date.now() - 90_000_000, title: 'The forgetting curve', fact: { kind: 'played', durationMs: 540_000 } },
        { atMs: Date.now() - 180_000_000, title: '', fact: { kind: 'played', durationMs: 60_000 } },
      ]),
    'data.size': () => ok({ sizeBytes: 81_920 }),
    'data.service': () =>
      isOffline
        ? { ok: false, error: { code: 'service-unreachable' } }
        : ok({ askedAtMs: Date.now(), record: personalData }),
    'data.retention': () =>
      ok({
        nextPurgeAtMs: Date.now() + 40_000_000,
        registry: isOffline
          ? null
          : [
              {
                name: 'lr_preferences',
                kind: 'cookie',
                category: 'functional',
                purpose: { en: 'Remembers how you like lists', ru: 'Помнит, как вам удобны списки' },
                retentionDays: 365,
                reader: { en: 'LECTOROOM', ru: 'LECTOROOM' },
              },
            ],
      }),
  };
}
