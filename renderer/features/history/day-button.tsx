import { Trash2 } from 'lucide-react';
import { type ReactNode, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { HistoryRemoval } from '../../../contract/domain/history.ts';
import type { LocalDay } from '../../../contract/domain/local-day.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { dayButtonMark, lineBeside } from './day-keys.ts';

/** Deletes a whole day, from its heading; the focus goes on at the line beside it. */
export function DayButton(props: {
  readonly day: LocalDay;
  readonly words: string;
  readonly onRemove: (removal: HistoryRemoval, title: string | null) => void;
}): ReactNode {
  const { t } = useTranslation();
  const button = useRef<HTMLButtonElement>(null);
  return (
    <IconButton
      {...{ [dayButtonMark]: '' }}
      size="small"
      buttonRef={button}
      excludeFromTabOrder
      label={t('history.removeDay', { day: props.words })}
      onPress={() => {
        if (button.current) lineBeside(button.current)?.focus();
        props.onRemove({ day: props.day }, null);
      }}
    >
      <Trash2 size={16} aria-hidden />
    </IconButton>
  );
}
