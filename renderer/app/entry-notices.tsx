import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RemainKind, SignedOutReason, SignOutReport } from '../../contract/domain/account.ts';
import type { PolicyState } from '../../contract/domain/computer.ts';
import { ErasedNotice } from '../features/erase/erased-notice.tsx';
import { SignOutNotice } from '../features/sign-in/sign-out-notice.tsx';
import { useFormat } from '../lib/format.ts';
import { useSignOut } from '../lib/sign-out.ts';
import { Notice } from '../ui/notice.tsx';
import css from './entry-notices.module.css';

/** What whoever comes in has to know first: why they are out, how leaving ended, and what is wrong with this computer. */
export function EntryNotices(props: {
  readonly reason: SignedOutReason;
  readonly policy: PolicyState;
  /** Left over from an erasing of the last run. */
  readonly remains: readonly RemainKind[];
  /** How removing a profile just now ended. */
  readonly removed: SignOutReport | null;
}): ReactNode {
  const { t } = useTranslation();
  const outcome = useSignOut((state) => state.outcome);
  // What signing out has left is told by its own notice.
  const toldAlready = outcome.kind === 'done' && outcome.report.erased && outcome.report.remains.length > 0;
  const justNow = props.removed?.remains ?? [];
  const remains = toldAlready ? [] : [...new Set([...justNow, ...props.remains])];
  return (
    <div className={css.notices}>
      {props.reason !== 'none' && (
        <Notice title={t(`signIn.reason.${props.reason}.title`)}>{t(`signIn.reason.${props.reason}.body`)}</Notice>
      )}
      <SignOutNotice />
      <ErasedNotice />
      {props.removed?.erased && props.removed.remains.length === 0 && (
        <Notice spoken title={t('profiles.removed')}>
          {t('profiles.removedBody')}
        </Notice>
      )}
      {remains.length > 0 && <RemainsNotice kinds={remains} urgent={justNow.length > 0} />}
      {props.policy.kind === 'wrong' && <PolicyNotice policy={props.policy} />}
    </div>
  );
}

/** What could not be erased yet, by name. */
function RemainsNotice(props: { readonly kinds: readonly RemainKind[]; readonly urgent: boolean }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Notice tone="amber" urgent={props.urgent} title={t('signOut.remainsTitle')}>
      {t('signOut.remainsBody', { list: format.list(props.kinds.map((kind) => t(`signOut.remains.${kind}`))) })}
    </Notice>
  );
}

/** The policy file of this computer makes no sense: what holds meanwhile, and who can mend it. */
function PolicyNotice({ policy }: { readonly policy: Extract<PolicyState, { readonly kind: 'wrong' }> }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const list = format.list(policy.fields.map((field) => t(`signIn.policy.field.${field}`)));
  return (
    <Notice tone="amber" title={t('signIn.policy.title')}>
      {policy.fields.length === 0 ? t('signIn.policy.unreadable') : t('signIn.policy.fields', { list })}{' '}
      {t('signIn.policy.body')}
    </Notice>
  );
}
