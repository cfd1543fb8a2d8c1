import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { cx } from '../lib/cx.ts';
import { IconButton } from './icon-button.tsx';
import css from './sheet.module.css';

/** What lies on top of everything until it is answered: a title and whatever belongs under it. Esc and a press outside close it. */
export function Sheet(props: {
  readonly open: boolean;
  readonly title: string;
  readonly children: ReactNode;
  /** Interrupts to ask: spoken as an alert. */
  readonly alert?: boolean;
  readonly wide?: boolean;
  /** Something is under way that closing would not stop: it stays open. */
  readonly busy?: boolean;
  readonly describedBy?: string;
  /** On the dark stage of the player. */
  readonly stage?: boolean;
  /** The name of a button at the top that closes it, for a sheet that has no other. */
  readonly closeLabel?: string;
  readonly onClose: () => void;
}): ReactNode {
  const busy = props.busy ?? false;
  return (
    <ModalOverlay
      data-sheet
      isOpen={props.open}
      isDismissable={!busy}
      isKeyboardDismissDisabled={busy}
      onOpenChange={(open) => {
        if (!open) props.onClose();
      }}
      className={cx(css.curtain, props.stage && css.stage)}
    >
      <Modal className={cx(css.modal, props.wide && css.wide)}>
        <Dialog
          role={props.alert ? 'alertdialog' : 'dialog'}
          className={css.dialog ?? ''}
          {...(props.describedBy === undefined ? {} : { 'aria-describedby': props.describedBy })}
        >
          <div className={css.head}>
            <Heading slot="title" className={css.title ?? ''}>
              {props.title}
            </Heading>
            {props.closeLabel !== undefined && (
              <IconButton label={props.closeLabel} onPress={props.onClose}>
                <X size={18} aria-hidden />
              </IconButton>
            )}
          </div>
          {props.children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
