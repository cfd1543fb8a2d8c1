import { Check, Copy } from 'lucide-react';
import { type CSSProperties, type ReactNode, type RefObject, useState } from 'react';
import { VisuallyHidden } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Cue } from '../../../../contract/domain/views.ts';
import { Button } from '../../../ui/button.tsx';
import { copyText, withTime } from './copy-text.ts';
import css from './transcript.module.css';
import { type SelectedWords, useSelectedWords } from './use-selected-words.ts';

const barPx = 44;

/** Beside selected words: what can be done with them. */
export function SelectionBar(props: {
  readonly area: RefObject<HTMLElement | null>;
  readonly cues: readonly Cue[];
  readonly onSelect: () => void;
  /** Begins a note with the selected words, at the moment they are said. */
  readonly onNote: (words: string, startMs: number) => void;
}): ReactNode {
  const { t } = useTranslation();
  const words = useSelectedWords(props.area, props.onSelect);
  const [copied, setCopied] = useState<string | null>(null);
  if (!words) return null;
  const { text } = words;
  const startMs = props.cues[words.cueIndex]?.startMs ?? 0;
  const done = copied === text;
  return (
    <div className={css.selection} role="group" aria-label={t('transcript.selected')} style={placeOf(words)}>
      <Button
        size="small"
        icon={done ? <Check size={16} aria-hidden /> : <Copy size={16} aria-hidden />}
        // The press must not take the selection away.
        preventFocusOnPress
        onPress={() => {
          if (copyText(withTime(text, startMs))) setCopied(text);
        }}
      >
        {done ? t('transcript.copied') : t('transcript.copy')}
      </Button>
      <Button
        size="small"
        preventFocusOnPress
        onPress={() => {
          props.onNote(text, startMs);
        }}
      >
        {t('transcript.note')}
      </Button>
      <VisuallyHidden>
        <span role="status">{done && t('transcript.copied')}</span>
      </VisuallyHidden>
    </div>
  );
}

/** Above the words, however high it is, or below them where there is no room above. */
function placeOf({ topPx, bottomPx, areaPx }: SelectedWords): CSSProperties {
  if (topPx >= barPx) return { insetBlockEnd: areaPx - topPx };
  return { insetBlockStart: Math.max(0, Math.min(bottomPx + 4, areaPx - barPx)) };
}
