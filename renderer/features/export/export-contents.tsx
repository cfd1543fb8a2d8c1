import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { toAppError } from '../../lib/request-failed.ts';
import { useErrorWords } from '../../lib/error-words.ts';
import { useFormat } from '../../lib/format.ts';
import { useRequest } from '../../lib/requests.ts';
import { Block } from '../../ui/page.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import css from './export.module.css';
import { kindTitle } from './export-words.ts';

/** What an export would hold now, and how large it would be. */
export function ExportContents(): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const preview = useRequest('export.preview', null);
  const error = useErrorWords(preview.error ? toAppError(preview.error) : null);
  return (
    <Block
      title={t('takeAlong.holds')}
      aside={
        preview.data && (
          <span className={css.small}>{t('takeAlong.size', { size: format.bytes(preview.data.estimatedBytes) })}</span>
        )
      }
    >
      <div className={css.body}>
        <p className={css.soft}>{t('takeAlong.holdsLead')}</p>
        {error && <ErrorNotice words={error} onAction={() => void preview.refetch()} />}
        {preview.isPending && <p role="status">{t('takeAlong.loading')}</p>}
        {preview.data && (
          <dl className={css.columns}>
            {preview.data.kinds.map(({ kind, rowCount }) => (
              <div key={kind} className={css.pair}>
                <dt>{kindTitle(kind, t)}</dt>
                <dd>{format.number(rowCount)}</dd>
              </div>
            ))}
          </dl>
        )}
      </div>
    </Block>
  );
}
