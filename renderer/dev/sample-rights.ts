import type { Profile, RequestAnswer, RightsView } from '../../contract/domain/rights.ts';
import { nothingStopped } from '../../contract/domain/rights.ts';
import type { Answers } from '../lib/testing/fake-bridge.ts';

const dayMs = 86_400_000;

/** What was stopped and asked for, kept for as long as the page is open; with `?frozen` the data is frozen, with `?asked` three requests were made. */
export function rightsAnswers(asked: URLSearchParams, tell: () => void): Answers {
  const ru = asked.get('lang') === 'ru';
  const iso = (days: number): string => new Date(Date.now() + days * dayMs).toISOString();
  const received = { at: iso(-20), state: 'received', note: '' } as const;
  const answer: RequestAnswer = { state: 'in-progress', receivedAt: iso(-20), dueAt: iso(10.5), history: [received] };
  const text = ru ? 'Пришлите всё, что у вас есть обо мне.' : 'Please send me everything you have about me.';
  let view: RightsView = {
    processing: { ...nothingStopped, restricted: asked.has('frozen') },
    processingTold: !asked.has('frozen'),
    marketing: { newsletter: true, offers: false },
    marketingTold: true,
    requests: asked.has('asked')
      ? [
          { id: 'a', kind: 'restriction', text: '', askedAtMs: Date.now(), answer: null },
          { id: 'b', kind: 'access', text, askedAtMs: Date.now() - 20 * dayMs, answer },
          {
            id: 'c',
            kind: 'erasure',
            text: '',
            askedAtMs: Date.now() - 50 * dayMs,
            answer: { ...answer, dueAt: iso(-9) },
          },
        ]
      : [],
  };
  let profile: Profile = {
    name: ru ? 'Анна Литвинова' : 'Anna Litvin',
    birthDate: '1990-02-03',
    phone: '+371 20 000 000',
    address: { street: ru ? 'Садовая, 5' : 'Garden Street 5', city: ru ? 'Рига' : 'Riga', postalCode: '1010' },
    socialLinks: ['https://lectoroom.example/anna'],
  };
  const change = (part: Partial<RightsView>) => {
    view = { ...view, ...part };
    tell();
    return { ok: true, value: view } as const;
  };
  return {
    'rights.read': () => ({ ok: true, value: view }),
    'rights.refresh': () => ({ ok: true, value: null }),
    'rights.setProcessing': ({ what, on }) => change({ processing: { ...view.processing, [what]: on } }),
    'rights.setMarketing': (mail) =>
      change({ marketing: { newsletter: false, offers: false, ...view.marketing, ...mail } }),
    'rights.ask': ({ id, kind, text: words }) =>
      change({ requests: [{ id, kind, text: words, askedAtMs: Date.now(), answer: null }, ...view.requests] }),
    'rights.profile': () => ({ ok: true, value: profile }),
    'rights.updateProfile'(part) {
      profile = { ...profile, ...part } as Profile;
      return { ok: true, value: profile };
    },
  };
}
