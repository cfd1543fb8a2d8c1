import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/format.ts';
import { qualities } from '../../lib/quality.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Choice } from '../../ui/choice.tsx';
import { Block } from '../../ui/page.tsx';
import { MeteredRows } from './metered-rows.tsx';
import { FolderRow } from './folder-row.tsx';
import { NightRow } from './night-row.tsx';
import { Row } from './row.tsx';
import { SpaceRows } from './space-rows.tsx';
import { sectionId } from './sections.ts';
import css from './settings.module.css';
import type { SettingsPartProps } from './use-change-settings.ts';

const noLimit = 'none';
const limitsBytesPerSecond = [250_000, 500_000, 1_000_000, 2_000_000, 5_000_000, 10_000_000];
const concurrencies = [1, 2, 3, 4, 5, 6];

/** How, how fast and when lectures are downloaded. */
export function DownloadsBlock(props: SettingsPartProps): ReactNode {
  const { t } = useTranslation();
  const { settings, onChange } = props;
  return (
    <Block id={sectionId('downloads')} title={t('settings.downloads')}>
      <FolderRow />
      <Row title={t('settings.quality')} hint={t('settings.qualityHint')}>
        <Choice
          label={t('settings.quality')}
          hideLabel
          className={css.choice ?? ''}
          value={settings.downloadQuality}
          onChange={(downloadQuality) => {
            onChange({ downloadQuality });
          }}
          options={qualities.map((quality) => ({ id: quality, label: t(`quality.${quality}`) }))}
        />
      </Row>
      <Row title={t('settings.downloadsAtOnce')} hint={t('settings.downloadsAtOnceHint')}>
        <Choice
          label={t('settings.downloadsAtOnce')}
          hideLabel
          className={css.choice ?? ''}
          value={String(settings.downloadConcurrency)}
          onChange={(count) => {
            onChange({ downloadConcurrency: Number(count) });
          }}
          options={concurrencies.map((count) => ({
            id: String(count),
            label: t('settings.downloadsLectures', { count }),
          }))}
        />
      </Row>
      <LimitRow {...props} />
      <NightRow {...props} />
      <MeteredRows {...props} />
      <SpaceRows {...props} />
      <div className={css.boxes}>
        <Checkbox
          label={t('settings.downloadsKeepAwake')}
          hint={t('settings.downloadsKeepAwakeHint')}
          checked={settings.downloadKeepsAwake}
          onChange={(downloadKeepsAwake) => {
            onChange({ downloadKeepsAwake });
          }}
        />
        <Checkbox
          label={t('settings.downloadsNotify')}
          checked={settings.downloadNotifies}
          onChange={(downloadNotifies) => {
            onChange({ downloadNotifies });
          }}
        />
      </div>
    </Block>
  );
}

function LimitRow({ settings, onChange }: SettingsPartProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const limit = settings.downloadLimitBytesPerSecond;
  // What an older version or a file set may be no choice here.
  const limits = [...new Set([...limitsBytesPerSecond, ...(limit === null ? [] : [limit])])].toSorted((a, b) => a - b);
  return (
    <Row title={t('settings.downloadsLimit')} hint={t('settings.downloadsLimitHint')}>
      <Choice
        label={t('settings.downloadsLimit')}
        hideLabel
        className={css.choice ?? ''}
        value={limit === null ? noLimit : String(limit)}
        onChange={(id) => {
          onChange({ downloadLimitBytesPerSecond: id === noLimit ? null : Number(id) });
        }}
        options={[
          { id: noLimit, label: t('settings.downloadsNoLimit') },
          ...limits.map((each) => ({ id: String(each), label: format.speed(each) })),
        ]}
      />
    </Row>
  );
}
