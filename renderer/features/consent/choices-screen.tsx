import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConsentView, SweptItem } from '../../../contract/domain/consent.ts';
import { useConsent } from '../../lib/consent.ts';
import { useErrorWords } from '../../lib/error-words.ts';
import { useFormat } from '../../lib/format.ts';
import { toAppError } from '../../lib/request-failed.ts';
import { useRequest } from '../../lib/requests.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Block } from '../../ui/page.tsx';
import { PrivacyPage } from '../../ui/privacy-page.tsx';
import { Loading, Skeleton } from '../../ui/skeleton.tsx';
import { Categories } from './categories.tsx';
import css from './consent.module.css';
import { LedgerBlock } from './ledger-block.tsx';
import { PolicyLine } from './policy-line.tsx';

/** What may be kept and sent, changed with a press; what was decided before, and whether anybody tampered with it. */
export function ChoicesScreen(): ReactNode {
  const { t } = useTranslation();
  const query = useRequest('consent.read', null);
  const error = useErrorWords(query.error ? toAppError(query.error) : null);
  return (
    <PrivacyPage place="choices">
      {error && <ErrorNotice words={error} onAction={() => void query.refetch()} />}
      {query.isPending && (
        <Loading label={t('common.loading')}>
          <div className={css.waiting}>
            {[0, 1, 2].map((index) => (
              <Skeleton key={index} height="96px" />
            ))}
          </div>
        </Loading>
      )}
      {query.data && <Choices view={query.data} />}
    </PrivacyPage>
  );
}

function Choices({ view }: { readonly view: ConsentView }): ReactNode {
  const { t } = useTranslation();
  const { decide, setSignal } = useConsent();
  const [removed, setRemoved] = useState<readonly SweptItem[] | null>(null);
  return (
    <div className={css.screen}>
      {!view.isChainIntact && (
        <Notice tone="brick" spoken title={t('consent.ledger.brokenTitle')}>
          {t('consent.ledger.broken')}
        </Notice>
      )}
      <Standing view={view} />
      {removed !== null && <Removed items={removed} />}
      <Categories
        allowed={view}
        items={view.items}
        onChange={({ functional, advertisement }) => {
          const isLess = (view.functional && !functional) || (view.advertisement && !advertisement);
          void decide({ action: 'choose', functional, advertisement }, 'categories').then((swept) =>
            setRemoved(isLess ? swept : null),
          );
        }}
      />
      <Block title={t('consent.signal.title')}>
        <Checkbox
          label={t('consent.signal.name')}
          hint={t('consent.signal.hint')}
          checked={view.optOutSignal}
          onChange={(on) => void setSignal(on).then((swept) => setRemoved(swept?.length === 0 ? null : swept))}
        />
      </Block>
      <LedgerBlock isChainIntact={view.isChainIntact} />
    </div>
  );
}

/** Since when the choice holds, until when, and for which policy. */
function Standing({ view }: { readonly view: ConsentView }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const date = (timeMs: number): string => format.date(new Date(timeMs).toISOString());
  return (
    <div className={css.standing}>
      {view.signalHonoured && <p className={css.honoured}>{t('consent.signal.honoured')}</p>}
      {view.decidedAtMs !== null && view.asksAgainAtMs !== null && (
        <p>{t('consent.since', { date: date(view.decidedAtMs), again: date(view.asksAgainAtMs) })}</p>
      )}
      <PolicyLine policy={view.policy} />
    </div>
  );
}

/** What went with the last withdrawal. */
function Removed({ items }: { readonly items: readonly SweptItem[] }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Notice spoken title={t('consent.withdrawn')}>
      {items.length === 0
        ? t('consent.removedNothing')
        : t('consent.removed', { list: format.list(items.map(({ name }) => name)) })}
    </Notice>
  );
}
