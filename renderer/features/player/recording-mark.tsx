import { EyeOff } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNotRecording } from '../../lib/private-session.ts';
import css from './top-bar.module.css';

const words = {
  frozen: 'rights.frozen.player',
  private: 'history.private.player',
  off: 'history.notRecording',
} as const;

/** Says in the player that what is watched does not go into the history. */
export function RecordingMark(): ReactNode {
  const { t } = useTranslation();
  const why = useNotRecording();
  if (why === null) return null;
  return (
    <p className={css.notRecording}>
      <EyeOff size={15} aria-hidden />
      {t(words[why])}
    </p>
  );
}
