import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppAbout } from '../../../contract/domain/views.ts';
import { useComputerAnswer } from '../../lib/computer-answer.ts';
import { useServiceLead } from '../../lib/service-lead.ts';
import { useErrorWords } from '../../lib/error-words.ts';
import { focusFirstProblem } from '../../lib/focus-problem.ts';
import { useRequest } from '../../lib/requests.ts';
import { Button } from '../../ui/button.tsx';
import { ComputerQuestion } from '../../ui/computer-question.tsx';
import { EntryPage } from '../../ui/entry-page.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { Notice } from '../../ui/notice.tsx';
import { RememberBox } from '../../ui/remember-box.tsx';
import { AboutYou } from './about-you.tsx';
import css from './create-account.module.css';
import { TermsPart } from './terms-part.tsx';
import { useCreateAccount } from './use-create-account.ts';

/** A new account: who, how old, whose computer, and the Terms. */
export function CreateAccountScreen(props: {
  readonly about: AppAbout;
  readonly notices: ReactNode;
  readonly onBack: () => void;
  /** To the sign-in form, with the e-mail that has an account already. */
  readonly onSignIn: (email: string) => void;
}): ReactNode {
  const { t } = useTranslation();
  const computer = useComputerAnswer();
  const form = useCreateAccount(computer);
  const terms = useRequest('account.terms', null);
  const { error, discarded } = form;
  const words = useErrorWords(error && error.code !== 'email-taken' ? error : null);
  const thrownAway = useErrorWords(discarded > 0 ? { code: 'guardian-required' } : null);
  const { service } = props.about;
  const top = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (discarded > 0) top.current?.scrollIntoView({ block: 'center' });
  }, [discarded]);
  const formRef = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (error?.code === 'email-taken') focusFirstProblem(formRef.current);
  }, [error]);
  const submit = (): void => {
    if (terms.data) void form.submit(terms.data.version);
  };
  return (
    <EntryPage
      title={t('createAccount.title')}
      lead={useServiceLead(service, 'createAccount.lead')}
      notices={props.notices}
      onBack={props.onBack}
    >
      <div ref={top} className={css.top}>
        {thrownAway && (
          <Notice key={discarded} tone="amber" urgent title={thrownAway.title}>
            {thrownAway.body}
          </Notice>
        )}
      </div>
      <form
        ref={formRef}
        className={css.form}
        noValidate
        aria-label={t('createAccount.title')}
        onSubmit={(event) => {
          event.preventDefault();
          submit();
          focusFirstProblem(event.currentTarget);
        }}
      >
        <AboutYou key={discarded} form={form} systemLanguage={props.about.systemLanguage} onSignIn={props.onSignIn} />
        {computer.asks && <ComputerQuestion use={computer.use} onChange={computer.setUse} missing={form.tried} />}
        <RememberBox box={computer.box} />
        <TermsPart
          terms={terms}
          accepted={form.draft.termsAccepted}
          missing={form.tried && !form.draft.termsAccepted}
          onChange={(termsAccepted) => form.change({ termsAccepted })}
        />
        {words && <ErrorNotice words={words} {...(words.action === 'retry' ? { onAction: submit } : {})} />}
        <Button type="submit" look="primary" size="large" isPending={form.busy} isDisabled={!terms.data}>
          {form.busy ? t('createAccount.working') : t('createAccount.submit')}
        </Button>
      </form>
    </EntryPage>
  );
}
