import type { ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { coverageOf, missingSpans } from '../../../../contract/domain/span.ts';
import { useFormat } from '../../../lib/format.ts';
import { Button } from '../../../ui/button.tsx';
import type { PlayerActions } from '../actions.ts';
import { StagePanel } from './stage-panel.tsx';
import css from './study.module.css';
import type { Study } from './use-study.ts';

/** How much was watched; behind it the parts that were not, each a press away. */
export function WatchedPanel(props: {
  readonly study: Study;
  readonly durationMs: number;
  readonly actions: PlayerActions;
  readonly onMenu: (open: boolean) => void;
}): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { watched } = props.study;
  const missing = missingSpans(watched.spans, props.durationMs);
  // Rounded down: what is not all is not 100 %.
  const share = format.percent(Math.floor(coverageOf(watched.spans, props.durationMs) * 100) / 100);
  return (
    <StagePanel
      label={t('study.watchedParts')}
      onMenu={props.onMenu}
      trigger={
        <AriaButton className={css.trigger ?? ''} aria-label={t('study.watchedShare', { share })}>
          {share}
        </AriaButton>
      }
    >
      {(close) => (
        <>
          <p className={css.title}>
            {t('study.watchedShare', { share })}
            {watched.completed && <span className={css.soft}> {t('study.counted')}</span>}
          </p>
          {missing.length === 0 ? (
            <p className={css.soft}>{t('study.nothingMissing')}</p>
          ) : (
            <>
              <p className={css.soft}>{t('study.missing')}</p>
              <ul className={css.parts}>
                {missing.map(({ startMs, endMs }) => {
                  const place = { from: format.clock(startMs), to: format.clock(endMs) };
                  return (
                    // Known by its end: the start goes on while it is being watched, and a focused button must not.
                    <li key={endMs}>
                      <AriaButton
                        className={css.part ?? ''}
                        aria-label={t('study.missingJump', place)}
                        onPress={() => {
                          props.actions.seekTo(startMs);
                          close();
                        }}
                      >
                        {t('study.missingPart', place)}
                      </AriaButton>
                    </li>
                  );
                })}
              </ul>
            </>
          )}
          <Button
            size="small"
            onPress={() => {
              watched.mark(!watched.completed);
            }}
          >
            {watched.completed ? t('study.unmark') : t('study.mark')}
          </Button>
        </>
      )}
    </StagePanel>
  );
}
