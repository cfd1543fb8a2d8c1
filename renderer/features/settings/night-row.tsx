import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Settings } from '../../../contract/domain/settings.ts';
import { useFormat } from '../../lib/format.ts';
import { Choice } from '../../ui/choice.tsx';
import { Row } from './row.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import css from './settings.module.css';
import type { SettingsPartProps } from './use-change-settings.ts';

type Night = NonNullable<Settings['downloadNight']>;

const usualNight: Night = { fromMinute: 23 * 60, toMinute: 6 * 60 };
const stepMinutes = 30;

/** When downloads run: always, or only from one time to another. */
export function NightRow(props: SettingsPartProps): ReactNode {
  const { t } = useTranslation();
  const night = props.settings.downloadNight;
  const change = (downloadNight: Night | null): void => {
    props.onChange({ downloadNight });
  };
  return (
    <>
      <Row title={t('settings.downloadsNight')} hint={t('settings.downloadsNightHint')}>
        <Segmented
          label={t('settings.downloadsNight')}
          value={night === null ? 'always' : 'night'}
          onChange={(id) => {
            change(id === 'always' ? null : (night ?? usualNight));
          }}
          options={[
            { id: 'always', label: t('settings.downloadsAlways') },
            { id: 'night', label: t('settings.downloadsAtNight') },
          ]}
        />
      </Row>
      {night !== null && (
        <div className={css.times}>
          <Time
            label={t('settings.downloadsFrom')}
            minute={night.fromMinute}
            except={night.toMinute}
            onChange={(fromMinute) => {
              change({ ...night, fromMinute });
            }}
          />
          <Time
            label={t('settings.downloadsTo')}
            minute={night.toMinute}
            except={night.fromMinute}
            onChange={(toMinute) => {
              change({ ...night, toMinute });
            }}
          />
        </div>
      )}
    </>
  );
}

/** A time of the day; `except`, the other end, would make the window the whole day. */
function Time(props: {
  readonly label: string;
  readonly minute: number;
  readonly except: number;
  readonly onChange: (minute: number) => void;
}): ReactNode {
  const format = useFormat();
  const steps = Array.from({ length: (24 * 60) / stepMinutes }, (_, index) => index * stepMinutes);
  const minutes = [...new Set([...steps, props.minute])]
    .filter((minute) => minute !== props.except)
    .toSorted((a, b) => a - b);
  return (
    <Choice
      label={props.label}
      value={String(props.minute)}
      onChange={(id) => {
        props.onChange(Number(id));
      }}
      options={minutes.map((minute) => ({ id: String(minute), label: format.dayMinute(minute) }))}
    />
  );
}
