import { ChevronUp } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { CaptionTrack } from '../../../contract/domain/views.ts';
import { useFormat } from '../../lib/format.ts';
import { Menu } from '../../ui/menu.tsx';
import css from './controls.module.css';

const rates = [0.25, 0.5, 0.75, 1, 1.25, 1.5, 1.75, 2, 2.5, 3, 4] as const;
const off = 'off';

/** How fast it plays, from a quarter to four times. */
export function SpeedMenu(props: {
  readonly rate: number;
  readonly onRate: (rate: number) => void;
  readonly onMenu: (open: boolean) => void;
}): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Menu
      stage
      label={t('player.speed')}
      placement="top"
      onOpenChange={props.onMenu}
      chosen={String(props.rate)}
      entries={rates.map((rate) => ({
        id: String(rate),
        label: format.rate(rate),
        ...(rate === 1 ? { detail: t('player.normal') } : {}),
      }))}
      onPick={(id) => {
        props.onRate(Number(id));
      }}
      trigger={
        <Button className={css.speed ?? ''} aria-label={t('player.speedAt', { rate: format.rate(props.rate) })}>
          {format.rate(props.rate)}
        </Button>
      }
    />
  );
}

/** Captions off, or in one of the languages there are. */
export function CaptionsMenu(props: {
  readonly tracks: readonly CaptionTrack[];
  readonly language: string | null;
  readonly onLanguage: (language: string | null) => void;
  readonly onMenu: (open: boolean) => void;
}): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Menu
      stage
      label={t('player.captionsLanguage')}
      placement="top"
      onOpenChange={props.onMenu}
      chosen={props.language ?? off}
      entries={[
        { id: off, label: t('player.captionsNone') },
        ...props.tracks.map((track) => ({ id: track.language, label: format.language(track.language) })),
      ]}
      onPick={(id) => {
        props.onLanguage(id === off ? null : id);
      }}
      trigger={
        <Button className={css.chevron ?? ''} aria-label={t('player.captionsLanguage')}>
          <ChevronUp size={16} aria-hidden />
        </Button>
      }
    />
  );
}
