import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { create } from 'zustand';
import type { ConsentOutcome, ConsentPlace, ConsentView, SweptItem } from '../../contract/domain/consent.ts';
import type { Requests } from '../../contract/ipc.ts';
import { ask } from './api.ts';
import { useAttempt } from './attempt.ts';
import { keepAnswer, useRequest } from './requests.ts';

/** The language on screen, as the service's texts have it. */
export function useTextLanguage(): 'en' | 'ru' {
  return useTranslation().i18n.language === 'ru' ? 'ru' : 'en';
}

/** The choices were asked for by a press, not because something has to be asked. */
export const useConsentSheet = create<{ readonly open: boolean }>(() => ({ open: false }));

export type ConsentAnswer = Pick<Requests['consent.decide']['in'], 'action' | 'functional' | 'advertisement'>;

/** What may be kept and sent, and the ways to change it. */
export interface ConsentChoices {
  /** Undefined until it is known. */
  readonly view: ConsentView | undefined;
  /** What is deleted by it; null when it could not be done, which is told. */
  decide(answer: ConsentAnswer, place: ConsentPlace): Promise<readonly SweptItem[] | null>;
  setSignal(on: boolean): Promise<readonly SweptItem[] | null>;
  told(): Promise<boolean>;
}

/** The choices of whoever is here. */
export function useConsent(): ConsentChoices {
  const client = useQueryClient();
  const attempt = useAttempt();
  const language = useTextLanguage();
  const view = useRequest('consent.read', null).data;

  async function take(asking: () => Promise<ConsentOutcome>): Promise<readonly SweptItem[] | null> {
    let removed: readonly SweptItem[] | null = null;
    await attempt(async () => {
      const outcome = await asking();
      removed = outcome.removed;
      keepAnswer(client, 'consent.read', null, outcome.view);
      // What was asked before anybody had chosen was not sent: it is asked again.
      if (view?.question === 'first') {
        await ask('catalogue.refresh', null).catch(() => null);
        await client.invalidateQueries();
      }
    });
    return removed;
  }

  return {
    view,
    decide: (answer, place) => take(() => ask('consent.decide', { ...answer, place, language })),
    setSignal: (on) => take(() => ask('consent.signal', { on, language })),
    told: () =>
      attempt(async () => {
        keepAnswer(client, 'consent.read', null, await ask('consent.told', null));
      }),
  };
}
