import { Download, ShieldCheck } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AllowedCategories, ConsentEntry } from '../../../contract/domain/consent.ts';
import { ask } from '../../lib/api.ts';
import { useAttempt } from '../../lib/attempt.ts';
import { useErrorWords } from '../../lib/error-words.ts';
import { useFormat } from '../../lib/format.ts';
import { toAppError } from '../../lib/request-failed.ts';
import { useRequest } from '../../lib/requests.ts';
import { useToasts } from '../../lib/toasts.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { Block } from '../../ui/page.tsx';
import css from './consent.module.css';

/** Every decision there was, and whether the list is as it was written. */
export function LedgerBlock(props: { readonly isChainIntact: boolean }): ReactNode {
  const { t } = useTranslation();
  const query = useRequest('consent.history', null);
  const error = useErrorWords(query.error ? toAppError(query.error) : null);
  const history = query.data;
  const isIntact = props.isChainIntact && history?.isChainIntact !== false;
  return (
    <Block title={t('consent.ledger.title')} aside={history && history.entries.length > 0 ? <ExportButton /> : null}>
      {error && <ErrorNotice words={error} onAction={() => void query.refetch()} />}
      {isIntact && (
        <p className={css.intact}>
          <ShieldCheck size={16} aria-hidden />
          {t('consent.ledger.intact')}
        </p>
      )}
      <ol className={css.entries} reversed>
        {history?.entries.map((entry) => (
          <Entry key={entry.id} entry={entry} />
        ))}
      </ol>
      {history?.entries.length === 0 && <p className={css.quiet}>{t('consent.ledger.empty')}</p>}
    </Block>
  );
}

function Entry({ entry }: { readonly entry: ConsentEntry }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useAllowedWords();
  return (
    <li className={css.entry}>
      <p className={css.entryTitle}>{t(`consent.action.${entry.action}`)}</p>
      <p className={css.quiet}>
        {format.moment(Date.parse(entry.decidedAt))}
        {entry.carriedFrom !== null && ` · ${t('consent.ledger.carried')}`}
      </p>
      <p>
        {entry.before === null
          ? t('consent.ledger.after', { after: words(entry.after) })
          : t('consent.ledger.change', { before: words(entry.before), after: words(entry.after) })}
      </p>
      <p className={css.quiet}>
        {entry.policyVersion === null
          ? t('consent.ledger.noPolicy')
          : t('consent.ledger.policy', { version: entry.policyVersion })}{' '}
        · {t('consent.ledger.app', { version: entry.appVersion })} · {format.language(entry.language)} ·{' '}
        <code>{entry.hash.slice(0, 12)}</code>
      </p>
    </li>
  );
}

/** "Essential only", "functional and advertisement". */
function useAllowedWords(): (allowed: AllowedCategories) => string {
  const { t } = useTranslation();
  const format = useFormat();
  return (allowed) => {
    const names = (['functional', 'advertisement'] as const)
      .filter((category) => allowed[category])
      .map((category) => t(`consent.short.${category}`));
    return names.length === 0 ? t('consent.short.nothing') : format.list([t('consent.short.essential'), ...names]);
  };
}

function ExportButton(): ReactNode {
  const { t } = useTranslation();
  const attempt = useAttempt();
  const show = useToasts((state) => state.show);
  return (
    <Button
      size="small"
      icon={<Download size={16} aria-hidden />}
      onPress={() =>
        void attempt(async () => {
          const written = await ask('consent.export', { title: t('privacyNav.title.choices') });
          if (written !== null) show({ text: t('consent.ledger.exported', { count: written.entryCount }) });
        })
      }
    >
      {t('consent.ledger.export')}
    </Button>
  );
}
