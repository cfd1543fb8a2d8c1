import { ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { CaptionTrack } from '../../../../contract/domain/views.ts';
import { useFormat } from '../../../lib/format.ts';
import { Menu } from '../../../ui/menu.tsx';
import css from './transcript.module.css';

/** In which language the transcript is read; the captions on the picture keep theirs. */
export function LanguageMenu(props: {
  readonly tracks: readonly CaptionTrack[];
  readonly language: string;
  readonly onLanguage: (language: string) => void;
}): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const name = format.language(props.language);
  return (
    <Menu
      stage
      label={t('transcript.language')}
      placement="bottom end"
      chosen={props.language}
      entries={props.tracks.map((track) => ({ id: track.language, label: format.language(track.language) }))}
      onPick={props.onLanguage}
      trigger={
        <Button className={css.language ?? ''} aria-label={t('transcript.languageIs', { language: name })}>
          {name}
          <ChevronDown size={14} aria-hidden />
        </Button>
      }
    />
  );
}
