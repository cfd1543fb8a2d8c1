import type { ReactNode } from 'react';
import { Button } from './button.tsx';
import { Sheet } from './sheet.tsx';
import { SheetButtons, SheetWords } from './sheet-parts.tsx';

/** Asks before something goes; the safe answer comes first and Esc means it. */
export function Confirm(props: {
  readonly open: boolean;
  readonly title: string;
  readonly children: ReactNode;
  readonly confirmLabel: string;
  readonly cancelLabel: string;
  readonly danger?: boolean;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}): ReactNode {
  return (
    <Sheet open={props.open} alert title={props.title} onClose={props.onClose}>
      <SheetWords>{props.children}</SheetWords>
      <SheetButtons>
        {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- in a dialog the safe answer takes the focus. */}
        <Button autoFocus onPress={props.onClose}>
          {props.cancelLabel}
        </Button>
        <Button
          look={props.danger ? 'danger' : 'primary'}
          onPress={() => {
            props.onClose();
            props.onConfirm();
          }}
        >
          {props.confirmLabel}
        </Button>
      </SheetButtons>
    </Sheet>
  );
}
