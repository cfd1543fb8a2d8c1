import { type ReactNode, useState } from 'react';
import { DialogTrigger, Popover } from 'react-aria-components';
import css from './study.module.css';

/** A small sheet over a button of the controls; Escape and a press outside close it. */
export function StagePanel(props: {
  readonly label: string;
  readonly trigger: ReactNode;
  readonly onMenu: (open: boolean) => void;
  /** Gets the function that closes the sheet. */
  readonly children: (close: () => void) => ReactNode;
}): ReactNode {
  const [open, setOpen] = useState(false);
  const change = (next: boolean): void => {
    setOpen(next);
    props.onMenu(next);
  };
  return (
    <DialogTrigger isOpen={open} onOpenChange={change}>
      {props.trigger}
      {/* Without a dialog inside the popover is the dialog itself, its hidden buttons to close it included. */}
      <Popover aria-label={props.label} placement="top" offset={8} className={css.popover ?? ''}>
        <div className={css.panel}>
          {props.children(() => {
            change(false);
          })}
        </div>
      </Popover>
    </DialogTrigger>
  );
}
