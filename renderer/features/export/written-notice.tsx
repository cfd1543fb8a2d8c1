import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExportDone } from '../../../contract/domain/export.ts';
import { useFormat } from '../../lib/format.ts';
import { Notice } from '../../ui/notice.tsx';
import css from './export.module.css';

/** Where the file lies, and how to know it again. */
export function WrittenNotice({ written }: { readonly written: ExportDone }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const where = t('takeAlong.doneWhere', {
    file: written.fileName,
    folder: written.folderName,
    size: format.bytes(written.sizeBytes),
    number: format.number(written.rowCount),
  });
  return (
    <Notice title={t('takeAlong.done')} spoken>
      <p>{where}</p>
      {written.encrypted && <p>{t('takeAlong.doneEncrypted')}</p>}
      {written.service === 'not-reached' && <p>{t('takeAlong.noService')}</p>}
      <p className={css.small}>{t('takeAlong.digest')}</p>
      <p className={css.digest}>{written.sha256}</p>
    </Notice>
  );
}
