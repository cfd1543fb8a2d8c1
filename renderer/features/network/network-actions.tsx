import { Download, Trash2 } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { networkRetentionChoicesDays } from '../../../contract/domain/network.ts';
import { ask } from '../../lib/api.ts';
import { useAttempt } from '../../lib/attempt.ts';
import { useFormat } from '../../lib/format.ts';
import { useRequest } from '../../lib/requests.ts';
import { useToasts } from '../../lib/toasts.ts';
import { Button } from '../../ui/button.tsx';
import { Confirm } from '../../ui/confirm.tsx';
import { Menu } from '../../ui/menu.tsx';
import { Block } from '../../ui/page.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import css from './network.module.css';
import { askedOf, type NetworkSearch } from './network-search.ts';

/** Writes what the list shows into a file. */
export function ExportButton({ search }: { readonly search: NetworkSearch }): ReactNode {
  const { t } = useTranslation();
  const attempt = useAttempt();
  const show = useToasts((state) => state.show);
  const run = (format: 'csv' | 'json'): void => {
    void attempt(async () => {
      const written = await ask('network.export', { ...askedOf(search), format, title: t('network.file') });
      if (written !== null) show({ text: t('network.exported', { count: written.lineCount }) });
    });
  };
  return (
    <Menu
      label={t('network.export')}
      placement="bottom end"
      trigger={
        <Button size="small" icon={<Download size={16} aria-hidden />}>
          {t('network.export')}
        </Button>
      }
      entries={[
        { id: 'csv', label: t('network.exportCsv') },
        { id: 'json', label: t('network.exportJson') },
      ]}
      onPick={(id) => run(id === 'json' ? 'json' : 'csv')}
    />
  );
}

/** How long requests stay in the list, and deleting all of it for good. */
export function Keeping(props: { readonly search: NetworkSearch; readonly nextPurgeAtMs: number | null }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const attempt = useAttempt();
  const show = useToasts((state) => state.show);
  const [isAsking, setAsking] = useState(false);
  const days = useRequest('settings.read', null).data?.networkRetentionDays;
  const { source } = askedOf(props.search);
  const clear = (): void => {
    void attempt(async () => {
      await ask('network.clear', { source });
      show({ text: t('network.cleared') });
    });
  };
  return (
    <Block title={t('network.keeping.title')}>
      <p className={css.words}>
        {t('network.keeping.body')}{' '}
        {props.nextPurgeAtMs !== null && t('network.keeping.next', { moment: format.moment(props.nextPurgeAtMs) })}
      </p>
      <div className={css.keeping}>
        <Segmented
          label={t('network.keeping.label')}
          value={days === undefined ? null : String(days)}
          onChange={(id) => {
            const chosen = networkRetentionChoicesDays.find((each) => String(each) === id);
            if (chosen !== undefined) void attempt(() => ask('settings.update', { networkRetentionDays: chosen }));
          }}
          options={networkRetentionChoicesDays.map((count) => ({
            id: String(count),
            label: t('network.keeping.days', { count }),
          }))}
        />
        <Button icon={<Trash2 size={16} aria-hidden />} onPress={() => setAsking(true)}>
          {t('network.clear')}
        </Button>
      </div>
      <Confirm
        open={isAsking}
        danger
        title={t('network.clearTitle')}
        confirmLabel={t('network.clearYes')}
        cancelLabel={t('network.clearNo')}
        onConfirm={clear}
        onClose={() => setAsking(false)}
      >
        {t('network.clearBody')}
      </Confirm>
    </Block>
  );
}
