import type { PolicyVersion } from '../../contract/api/policies.ts';
import type { ConsentPlace, ConsentView } from '../../contract/domain/consent.ts';
import { ok } from '../../contract/result.ts';
import type { LocalAccountId } from '../../contract/domain/ids.ts';
import type { PrivacyLists } from '../../main/consent-ports.ts';
import { createConsent } from '../../main/features/consent/consent.ts';
import type { StoredItem } from '../../main/privacy-ports.ts';
import { createFakeClock } from './fake-clock.ts';
import { createFakeConsentStore } from './fake-consent-store.ts';
import { createListLog } from './silent-log.ts';

/** The policy that is in force in the scene. */
export const policy: PolicyVersion = {
  version: '2023-1',
  publishedOn: '2023-01-01',
  inForceFrom: '2023-01-01',
  change: 'first',
  changes: [],
  textSha256: { en: 'e'.repeat(64), ru: 'f'.repeat(64) },
};
const cookie: StoredItem = {
  id: '1',
  name: 'lr_usage',
  kind: 'cookie',
  host: 'h',
  category: 'functional',
  sizeBytes: 1,
  expiresAtMs: null,
};

/** Consent on a store in memory; `kept` is that of a scene before, as after a new start. */
export function consentScene(kept = createFakeConsentStore()) {
  const clock = createFakeClock();
  let lists: PrivacyLists = { policies: [policy], items: null };
  const world = { swept: [cookie], sweeps: 0, files: [] as string[], saved: '' };
  const views: ConsentView[] = [];
  const rules: string[] = [];
  let count = 0;
  const consent = createConsent({
    store: kept.store,
    lists: {
      read: () => lists,
      item: (name) =>
        name === 'lr_usage'
          ? {
              name,
              kind: 'cookie',
              category: 'functional',
              purpose: { en: 'x', ru: 'x' },
              retentionDays: 1,
              reader: { en: 'x', ru: 'x' },
            }
          : undefined,
    },
    clock,
    log: createListLog(),
    appVersion: '1.2.3',
    language: () => 'ru',
    newId: () => `00000000-0000-4000-8000-${String((count += 1)).padStart(12, '0')}`,
    sweep() {
      world.sweeps += 1;
      return Promise.resolve(ok(world.swept));
    },
    choose: (name) => {
      world.files.push(name);
      return Promise.resolve({
        append: (text) => {
          world.saved += text;
          return Promise.resolve(ok(null));
        },
        finish: () => Promise.resolve(ok(null)),
        abandon: () => Promise.resolve(),
      });
    },
    safeFileName: (words) => words,
    onDecided: () => undefined,
    onView: (view) => void views.push(view),
    onRules: (before, after) =>
      void rules.push([before, after].map((state) => JSON.stringify(Object.values(state))).join(' ')),
  });
  const decide = (
    action: 'accept-all' | 'reject-all' | 'choose' | 'dismiss',
    chosen = { functional: false, advertisement: false },
    place: ConsentPlace = 'sheet',
  ) => consent.decide({ action, ...chosen, place, language: 'en' });
  const signIn = async (account: LocalAccountId): Promise<void> => {
    kept.world.open = account;
    await consent.opened(account);
  };
  const signOut = (): void => {
    consent.closed();
    kept.world.open = 'nobody';
  };
  return {
    ...kept,
    kept,
    consent,
    clock,
    views,
    rules,
    decide,
    signIn,
    signOut,
    sweeps: world,
    setLists: (next: PrivacyLists) => {
      lists = next;
    },
  };
}
