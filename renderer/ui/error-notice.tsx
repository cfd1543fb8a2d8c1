import type { ReactNode } from 'react';
import type { ErrorWords } from '../lib/error-words.ts';
import { Button } from './button.tsx';
import { Notice } from './notice.tsx';

/** An error in place, with its next step. */
export function ErrorNotice(props: {
  readonly words: ErrorWords;
  readonly onAction?: () => void;
  readonly className?: string;
}): ReactNode {
  const { words, onAction } = props;
  return (
    <Notice
      tone="brick"
      urgent
      title={words.title}
      {...(props.className === undefined ? {} : { className: props.className })}
      action={
        onAction && words.actionLabel !== null ? (
          <Button size="small" onPress={onAction}>
            {words.actionLabel}
          </Button>
        ) : undefined
      }
    >
      {words.body}
    </Notice>
  );
}
