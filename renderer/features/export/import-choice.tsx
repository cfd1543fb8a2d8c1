import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportPreview, ImportReport } from '../../../contract/domain/import.ts';
import { ask } from '../../lib/api.ts';
import { useErrorWords } from '../../lib/error-words.ts';
import { useFormat } from '../../lib/format.ts';
import { useOnce } from '../../lib/use-once.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { Notice } from '../../ui/notice.tsx';
import css from './export.module.css';
import { ImportTable, newsIn } from './import-table.tsx';
import { ProgressPart } from './progress-part.tsx';

/** What would change, and the yes to it. */
export function ImportChoice(props: { readonly preview: ImportPreview; readonly onEnd: () => void }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const [withSettings, setSettings] = useState(false);
  const [taken, setTaken] = useState<ImportReport | null>(null);
  const taking = useOnce('import.run');
  const error = useErrorWords(taking.error?.code === 'cancelled' ? null : taking.error);
  const { report, madeAtMs } = props.preview;
  const take = async (): Promise<void> => {
    setTaken(await taking.send({ settings: withSettings }));
  };
  if (taken) {
    const count = newsIn(taken, withSettings);
    return (
      <Notice title={t('takeAlong.taken')} spoken>
        {count === 0 ? t('takeAlong.nothing') : t('takeAlong.takenBody', { count, number: format.number(count) })}
      </Notice>
    );
  }
  const isNews = newsIn(report, withSettings) > 0;
  return (
    <>
      <ImportTable report={report} caption={t('takeAlong.made', { when: format.moment(madeAtMs) })} />
      <p className={css.small}>{t('takeAlong.meaning')}</p>
      {report.settings.changed > 0 && (
        <Checkbox
          label={t('takeAlong.settings')}
          hint={t('takeAlong.settingsHint')}
          checked={withSettings}
          isDisabled={taking.busy}
          onChange={setSettings}
        />
      )}
      <p className={css.small}>{isNews ? t('takeAlong.noUndo') : t('takeAlong.nothing')}</p>
      {taking.busy && <ProgressPart label={t('takeAlong.reading')} />}
      {error && <ErrorNotice words={error} />}
      <div className={css.buttons}>
        {isNews && (
          <Button look="primary" isPending={taking.busy} onPress={() => void take()}>
            {t('takeAlong.take')}
          </Button>
        )}
        <Button
          onPress={() => {
            if (taking.busy) void ask('import.stop', null).catch(() => undefined);
            else props.onEnd();
          }}
        >
          {taking.busy ? t('takeAlong.stop') : t('takeAlong.leave')}
        </Button>
      </div>
    </>
  );
}
