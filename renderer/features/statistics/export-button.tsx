import { Download } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../lib/api.ts';
import { useAttempt } from '../../lib/attempt.ts';
import { useToasts } from '../../lib/toasts.ts';
import { Button } from '../../ui/button.tsx';
import { Menu } from '../../ui/menu.tsx';
import { daysOfPeriod, type Period } from './periods.ts';
import type { LocalDay } from '../../../contract/domain/local-day.ts';

/** Writes the statistics into a file for table programs, of the period or of everything. */
export function ExportButton(props: { readonly period: Period; readonly today: LocalDay }): ReactNode {
  const { t } = useTranslation();
  const attempt = useAttempt();
  const show = useToasts((state) => state.show);
  const run = (isAll: boolean): void => {
    void attempt(async () => {
      const written = await ask('statistics.export', {
        days: isAll ? null : daysOfPeriod(props.today, props.period),
        words: {
          title: t('statistics.title'),
          day: t('statistics.day'),
          course: t('statistics.course'),
          minutes: t('statistics.minutes'),
          sittings: t('statistics.sittings'),
        },
      });
      if (written !== null) show({ text: t('statistics.exported', { count: written.lineCount }) });
    });
  };
  return (
    <Menu
      label={t('statistics.export')}
      placement="bottom end"
      trigger={
        <Button size="small" icon={<Download size={16} aria-hidden />}>
          {t('statistics.export')}
        </Button>
      }
      entries={[
        { id: 'period', label: t('statistics.exportPeriod', { count: props.period }) },
        { id: 'all', label: t('statistics.exportAll') },
      ]}
      onPick={(id) => run(id === 'all')}
    />
  );
}
