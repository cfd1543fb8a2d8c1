import { type ReactNode, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AllowedCategories, ConsentView } from '../../../contract/domain/consent.ts';
import { type ConsentAnswer, useConsent, useConsentSheet } from '../../lib/consent.ts';
import { useFormat } from '../../lib/format.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { SheetButtons } from '../../ui/sheet-parts.tsx';
import { Categories } from './categories.tsx';
import css from './consent.module.css';
import { PolicyChanges, PolicyLine } from './policy-line.tsx';

const nothing: AllowedCategories = { functional: false, advertisement: false };

/** Asks what may be kept and sent, over whatever is on screen; left without an answer it was refused. Opened by a press, it only shows. */
export function ConsentSheet(): ReactNode {
  const { view } = useConsent();
  const isWanted = useConsentSheet((state) => state.open);
  if (view === undefined) return null;
  if (view.question !== null) return <Question key={`${view.ledger} ${view.question}`} view={view} />;
  return isWanted ? <Shown view={view} /> : null;
}

function Question({ view }: { readonly view: ConsentView }): ReactNode {
  const { t } = useTranslation();
  const { decide, setSignal } = useConsent();
  const [chosen, setChosen] = useState<AllowedCategories | null>(null);
  const [busy, setBusy] = useState(false);
  const wordsId = useId();
  const run = (work: () => Promise<unknown>): void => {
    if (busy) return;
    setBusy(true);
    void work().finally(() => setBusy(false));
  };
  const answer = (action: ConsentAnswer['action'], allowed = nothing): void => {
    run(() => decide({ action, ...allowed }, chosen === null ? 'sheet' : 'categories'));
  };
  const question = view.question ?? 'first';
  return (
    <Sheet
      open
      wide
      title={t(`consent.question.${question}.title`)}
      describedBy={wordsId}
      onClose={() => answer('dismiss')}
    >
      <div id={wordsId} className={css.lead}>
        <QuestionWords view={view} />
      </div>
      {chosen === null ? (
        <>
          <ul className={css.short}>
            {(['essential', 'functional', 'advertisement'] as const).map((category) => (
              <li key={category}>
                <strong>{t(`consent.category.${category}.name`)}.</strong> {t(`consent.category.${category}.meaning`)}
              </li>
            ))}
          </ul>
          {view.items === null && <p className={css.quiet}>{t('consent.listUnknown')}</p>}
          <PolicyLine policy={view.policy} />
          <div className={css.answers}>
            <Button size="large" data-answer="accept-all" onPress={() => answer('accept-all')}>
              {t('consent.acceptAll')}
            </Button>
            <Button size="large" data-answer="reject-all" onPress={() => answer('reject-all')}>
              {t('consent.rejectAll')}
            </Button>
            <Button size="large" data-answer="choose" onPress={() => setChosen(nothing)}>
              {t('consent.choose')}
            </Button>
          </div>
          <p className={css.quiet}>{t('consent.closing')}</p>
        </>
      ) : (
        <>
          <Categories allowed={chosen} items={view.items} onChange={setChosen} />
          <Checkbox
            label={t('consent.signal.name')}
            hint={t('consent.signal.hintAsking')}
            checked={view.optOutSignal}
            onChange={(on) => run(() => setSignal(on))}
          />
          <PolicyLine policy={view.policy} />
          <SheetButtons>
            <Button onPress={() => setChosen(null)}>{t('consent.back')}</Button>
            <Button onPress={() => answer('choose', chosen)}>{t('consent.save')}</Button>
          </SheetButtons>
        </>
      )}
    </Sheet>
  );
}

function QuestionWords({ view }: { readonly view: ConsentView }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  switch (view.question) {
    case 'expired':
      return (
        <p>
          {t('consent.question.expired.words', { date: format.date(new Date(view.decidedAtMs ?? 0).toISOString()) })}
        </p>
      );
    case 'policy-changed':
      return (
        <>
          <p>{t('consent.question.policy-changed.words')}</p>
          <PolicyChanges versions={view.newVersions} />
        </>
      );
    case 'ledger-broken':
      return <p>{t('consent.question.ledger-broken.words')}</p>;
    default:
      return <p>{t('consent.question.first.words')}</p>;
  }
}

/** The choices as they are, from the screens to come in by; closing changes nothing. */
function Shown({ view }: { readonly view: ConsentView }): ReactNode {
  const { t } = useTranslation();
  const { decide, setSignal } = useConsent();
  const [chosen, setChosen] = useState<AllowedCategories>(view);
  const close = (): void => useConsentSheet.setState({ open: false });
  const { functional, advertisement } = chosen;
  return (
    <Sheet open wide title={t('privacyNav.title.choices')} closeLabel={t('consent.close')} onClose={close}>
      <p className={css.lead}>{t('consent.beforeSignIn')}</p>
      <Categories allowed={chosen} items={view.items} onChange={setChosen} />
      <Checkbox
        label={t('consent.signal.name')}
        hint={t('consent.signal.hint')}
        checked={view.optOutSignal}
        onChange={(on) => void setSignal(on)}
      />
      <PolicyLine policy={view.policy} />
      <SheetButtons>
        <Button
          look="primary"
          onPress={() => {
            void decide({ action: 'choose', functional, advertisement }, 'categories').then((removed) => {
              if (removed !== null) close();
            });
          }}
        >
          {t('consent.save')}
        </Button>
      </SheetButtons>
    </Sheet>
  );
}
