import { Inbox } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { OwnRequest, RequestAnswer } from '../../../contract/domain/rights.ts';
import { useFormat } from '../../lib/format.ts';
import { useNow } from '../../lib/use-now.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ExternalLink } from '../../ui/external-link.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Block } from '../../ui/page.tsx';
import css from './rights.module.css';

const dayMs = 86_400_000;

/** Whether the service still owes an answer. */
function isOpen({ state }: RequestAnswer): boolean {
  return state !== 'done' && state !== 'refused';
}

/** Everything that was asked of the service, newest first. */
export function RequestList({ requests }: { readonly requests: readonly OwnRequest[] }): ReactNode {
  const { t } = useTranslation();
  const nowMs = useNow(60_000);
  return (
    <Block title={t('rights.list.title')}>
      {requests.length === 0 ? (
        <EmptyState icon={<Inbox size={24} />} title={t('rights.list.emptyTitle')}>
          {t('rights.list.emptyBody')}
        </EmptyState>
      ) : (
        <ul className={css.rows}>
          {requests.map((request) => (
            <li key={request.id} className={css.request}>
              <RequestItem request={request} nowMs={nowMs} />
            </li>
          ))}
        </ul>
      )}
    </Block>
  );
}

function RequestItem({ request, nowMs }: { readonly request: OwnRequest; readonly nowMs: number }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { answer } = request;
  const isOverdue = answer !== null && isOpen(answer) && Date.parse(answer.dueAt) < nowMs;
  return (
    <article className={css.item}>
      <div className={css.itemHead}>
        <h3 className={css.name}>{t(`rights.kind.${request.kind}`)}</h3>
        <p className={css.state}>{t(answer === null ? 'rights.list.waiting' : `rights.state.${answer.state}`)}</p>
      </div>
      {request.text !== '' && <p className={css.text}>{request.text}</p>}
      <p className={css.hint}>
        {t('rights.list.asked', { date: format.date(new Date(request.askedAtMs).toISOString()) })}{' '}
        {answer !== null && !isOverdue && isOpen(answer) && <Due answer={answer} nowMs={nowMs} />}
      </p>
      {isOverdue && (
        <Notice
          tone="amber"
          title={t('rights.list.overdueTitle', { date: format.date(answer.dueAt) })}
          action={<ExternalLink page="privacy">{t('rights.list.contact')}</ExternalLink>}
        >
          {t('rights.list.overdueBody')}
        </Notice>
      )}
      {answer !== null && answer.history.length > 0 && <Course answer={answer} />}
    </article>
  );
}

function Due({ answer, nowMs }: { readonly answer: RequestAnswer; readonly nowMs: number }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const count = Math.max(0, Math.ceil((Date.parse(answer.dueAt) - nowMs) / dayMs));
  return t('rights.list.due', { date: format.date(answer.dueAt), left: t('rights.list.daysLeft', { count }) });
}

/** What the service did with it, and when. */
function Course({ answer }: { readonly answer: RequestAnswer }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <details className={css.course}>
      <summary>{t('rights.list.course', { count: answer.history.length })}</summary>
      <ol className={css.steps}>
        {answer.history.map(({ at, state, note }) => (
          <li key={`${at} ${state}`}>
            {format.moment(Date.parse(at))}: {t(`rights.state.${state}`)}
            {note !== '' && <p className={css.hint}>{note}</p>}
          </li>
        ))}
      </ol>
    </details>
  );
}
