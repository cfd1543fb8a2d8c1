import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { completedShares, skipChoicesSeconds, type SkipSeconds } from '../../../contract/domain/study.ts';
import { useFormat } from '../../lib/format.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Choice } from '../../ui/choice.tsx';
import { Block } from '../../ui/page.tsx';
import { Row } from './row.tsx';
import { sectionId } from './sections.ts';
import css from './settings.module.css';
import type { SettingsPartProps } from './use-change-settings.ts';

const rates = [0.5, 0.75, 1, 1.25, 1.5, 1.75, 2, 2.5, 3, 4];

/** The usual speed, how far one press skips, and when a lecture counts as watched. */
export function PlayingBlock({ settings, onChange }: SettingsPartProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  // What the player made the usual speed may be no choice here.
  const usual = [...new Set([...rates, settings.playbackRate])].toSorted((a, b) => a - b);
  return (
    <Block id={sectionId('playing')} title={t('study.settings')}>
      <Row title={t('study.usualRate')} hint={t('study.usualRateHint')}>
        <Choice
          label={t('study.usualRate')}
          hideLabel
          className={css.choice ?? ''}
          value={String(settings.playbackRate)}
          onChange={(rate) => {
            onChange({ playbackRate: Number(rate) });
          }}
          options={usual.map((rate) => ({ id: String(rate), label: format.rate(rate) }))}
        />
      </Row>
      <SkipRow
        title={t('study.skipBack')}
        seconds={settings.skipBackSeconds}
        onChange={(skipBackSeconds) => {
          onChange({ skipBackSeconds });
        }}
      />
      <SkipRow
        title={t('study.skipForward')}
        seconds={settings.skipForwardSeconds}
        onChange={(skipForwardSeconds) => {
          onChange({ skipForwardSeconds });
        }}
      />
      <Row title={t('study.share')} hint={t('study.shareHint')}>
        <Choice
          label={t('study.share')}
          hideLabel
          className={css.choice ?? ''}
          value={String(settings.completedShare)}
          onChange={(id) => {
            const completedShare = completedShares.find((share) => String(share) === id);
            if (completedShare !== undefined) onChange({ completedShare });
          }}
          options={completedShares.map((share) => ({
            id: String(share),
            label: t('study.shareOf', { share: format.percent(share) }),
          }))}
        />
      </Row>
      <div className={css.boxes}>
        <Checkbox
          label={t('stage.autoplay')}
          hint={t('keys.autoplayHint')}
          checked={settings.autoplayNext}
          onChange={(autoplayNext) => {
            onChange({ autoplayNext });
          }}
        />
        <Checkbox
          label={t('study.silence')}
          hint={t('study.silenceHint')}
          checked={settings.skipSilence}
          onChange={(skipSilence) => {
            onChange({ skipSilence });
          }}
        />
      </div>
    </Block>
  );
}

function SkipRow(props: {
  readonly title: string;
  readonly seconds: SkipSeconds;
  readonly onChange: (seconds: SkipSeconds) => void;
}): ReactNode {
  const { t } = useTranslation();
  return (
    <Row title={props.title} hint={t('study.skipHint')}>
      <Choice
        label={props.title}
        hideLabel
        className={css.choice ?? ''}
        value={String(props.seconds)}
        onChange={(id) => {
          const seconds = skipChoicesSeconds.find((choice) => String(choice) === id);
          if (seconds !== undefined) props.onChange(seconds);
        }}
        options={skipChoicesSeconds.map((count) => ({ id: String(count), label: t('study.seconds', { count }) }))}
      />
    </Row>
  );
}
