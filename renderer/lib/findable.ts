import type { ReactNode } from 'react';

/** Something of the app itself that the search finds and does: a setting, a command. */
export interface Findable {
  readonly id: string;
  readonly icon: ReactNode;
  readonly label: string;
  /** Other words by which it is found. */
  readonly words: string;
  /** What stands at the end of its line; null: nothing. */
  readonly detail: string | null;
  /** Among what is offered before anything is typed. */
  readonly usual: boolean;
  /** Leads to another place, which then takes the focus. */
  readonly leads: boolean;
  readonly run: () => void;
}
