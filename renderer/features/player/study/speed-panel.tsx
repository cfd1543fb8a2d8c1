import { Minus, Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { spansLengthMs } from '../../../../contract/domain/span.ts';
import { rateBounds } from '../../../../contract/domain/study.ts';
import { useFormat } from '../../../lib/format.ts';
import { Button } from '../../../ui/button.tsx';
import { Checkbox } from '../../../ui/checkbox.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { StagePanel } from './stage-panel.tsx';
import css from './study.module.css';
import type { Study } from './use-study.ts';

const presets = [0.5, 0.75, 1, 1.25, 1.5, 1.75, 2, 2.5, 3, 4] as const;
const { least, most, step } = rateBounds;

/** How fast it plays, finely or in one press, for this course or for all; and whether silence is skipped. */
export function SpeedPanel(props: {
  readonly rate: number;
  readonly study: Study;
  readonly onRate: (rate: number) => void;
  readonly onMenu: (open: boolean) => void;
}): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { rate, study, onRate } = props;
  const { course, usual } = study.rate;
  const move = (by: number): void => {
    onRate(Math.min(most, Math.max(least, Math.round((rate + by) / step) * step)));
  };
  return (
    <StagePanel
      label={t('player.speed')}
      onMenu={props.onMenu}
      trigger={
        <AriaButton className={css.trigger ?? ''} aria-label={t('player.speedAt', { rate: format.rate(rate) })}>
          {format.rate(rate)}
        </AriaButton>
      }
    >
      {() => (
        <>
          <p className={css.title}>
            {course === null
              ? t('study.usual')
              : t('study.rateOfCourse', { rate: format.rate(course), usual: format.rate(usual) })}
          </p>
          <div className={css.fine}>
            <IconButton
              label={t('study.slower')}
              isDisabled={rate <= least}
              onPress={() => {
                move(-step);
              }}
            >
              <Minus size={18} aria-hidden />
            </IconButton>
            <output className={css.rate}>{format.rate(rate)}</output>
            <IconButton
              label={t('study.faster')}
              isDisabled={rate >= most}
              onPress={() => {
                move(step);
              }}
            >
              <Plus size={18} aria-hidden />
            </IconButton>
          </div>
          <div role="group" aria-label={t('study.presets')} className={css.presets}>
            {presets.map((preset) => (
              <AriaButton
                key={preset}
                className={css.preset ?? ''}
                aria-pressed={preset === rate}
                onPress={() => {
                  onRate(preset);
                }}
              >
                {format.rate(preset)}
              </AriaButton>
            ))}
          </div>
          {course !== null && (
            <div className={css.choices}>
              <Button
                size="small"
                onPress={() => {
                  onRate(usual);
                }}
              >
                {t('study.useUsual')}
              </Button>
              <Button
                size="small"
                look="quiet"
                onPress={() => {
                  study.rate.makeUsual(course);
                }}
              >
                {t('study.makeUsual')}
              </Button>
            </div>
          )}
          <Checkbox
            label={t('study.silence')}
            hint={<SilenceWords study={study} />}
            checked={study.skipsSilence}
            onChange={study.setSkipsSilence}
          />
        </>
      )}
    </StagePanel>
  );
}

function SilenceWords({ study: { silence } }: { readonly study: Study }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  switch (silence.kind) {
    case 'ready': {
      const savedMs = spansLengthMs(silence.spans);
      return savedMs === 0 ? t('study.silenceNone') : t('study.silenceSaves', { time: format.duration(savedMs) });
    }
    case 'preparing':
      return t('study.silencePreparing');
    case 'not-downloaded':
      return t('study.silenceNotHere');
    case 'unreadable':
      return t('study.silenceUnreadable');
  }
}
