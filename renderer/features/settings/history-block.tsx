import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { historyRetentionChoicesDays } from '../../../contract/domain/history.ts';
import { useFormat } from '../../lib/format.ts';
import { usePrivateSession } from '../../lib/private-session.ts';
import { useRequest } from '../../lib/requests.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Choice } from '../../ui/choice.tsx';
import { Block } from '../../ui/page.tsx';
import { Row } from './row.tsx';
import { sectionId } from './sections.ts';
import css from './settings.module.css';
import { SyncRow, SyncSwitchBox } from './sync-rows.tsx';
import type { SettingsPartProps } from './use-change-settings.ts';

const forEver = 'until-deleted';

/** What is kept of watching, for how long, and for what. */
export function HistoryBlock({ settings, onChange }: SettingsPartProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const next = useRequest('history.state', null).data?.nextPurgeAtMs ?? null;
  const privateSession = usePrivateSession();
  const days = settings.historyRetentionDays;
  return (
    <Block id={sectionId('history')} title={t('history.title')}>
      <div className={css.boxes}>
        <Checkbox
          label={t('history.keepHistory')}
          hint={t('history.keepHistoryHint')}
          checked={settings.keepHistory}
          onChange={(keepHistory) => {
            onChange({ keepHistory });
          }}
        />
        <Checkbox
          label={t('history.private.switch')}
          hint={t('history.private.hint')}
          checked={privateSession.on}
          onChange={(on) => void privateSession.set(on)}
        />
        <SyncSwitchBox keepsHistory={settings.keepHistory} />
      </div>
      <SyncRow />
      <Row
        title={t('history.retention')}
        hint={
          days !== null && next !== null
            ? t('history.nextPurge', { moment: format.moment(next) })
            : t('history.retentionHint')
        }
      >
        <Choice
          label={t('history.retention')}
          hideLabel
          className={css.choice ?? ''}
          value={days === null ? forEver : String(days)}
          onChange={(id) => {
            onChange({ historyRetentionDays: historyRetentionChoicesDays.find((each) => String(each) === id) ?? null });
          }}
          options={[
            ...historyRetentionChoicesDays.map((count) => ({
              id: String(count),
              label: count === 365 ? t('history.year') : t('history.days', { count }),
            })),
            { id: forEver, label: t('history.untilDeleted') },
          ]}
        />
      </Row>
    </Block>
  );
}
