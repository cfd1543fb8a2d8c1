import type { AccountState } from '../../../contract/domain/account.ts';
import type { Holding, OpenAccount } from './account-state.ts';
import { viewOf } from './account-state.ts';
import type { Profiles } from './profiles.ts';
import { isOpen, nextSession } from './session-machine.ts';
import type { SessionEvent, SessionState } from './session-machine.ts';

/** Holds what the account feature knows and where the session stands, and tells every change. */
export interface Holder {
  readonly current: () => Holding;
  readonly session: () => SessionState;
  readonly view: () => AccountState;
  /** Takes what happened, and with it what is known from now on; tells the screens. */
  hold(next: Holding, event: SessionEvent | null): AccountState;
  /** Takes what happened; what is known stays. Tells the screens when that changes what they see. */
  happen(event: SessionEvent): void;
  /** What is known changes in silence, as a renewed token does. */
  replace(next: Holding): void;
  /** Tells the screens again, after the profiles changed. */
  tell(): AccountState;
}

/** Makes the holder; an account is open in the session exactly as long as one is held. */
export function createHolder(deps: {
  readonly profiles: Pick<Profiles, 'list'>;
  readonly onChange: (state: AccountState) => void;
}): Holder {
  let holding: Holding = { kind: 'starting' };
  let session: SessionState = 'signed-out';

  const view = () => viewOf(holding, deps.profiles.list(), session === 'online' ? 'online' : 'offline');

  function tell(): AccountState {
    const state = view();
    deps.onChange(state);
    return state;
  }

  return {
    current: () => holding,
    session: () => session,
    view,
    tell,
    hold(next, event) {
      if (event !== null) session = nextSession(session, event);
      holding = next;
      return tell();
    },
    happen(event) {
      const before = session;
      session = nextSession(session, event);
      if (session !== before && isOpen(session)) tell();
    },
    replace(next) {
      holding = next;
    },
  };
}

/** The account that is open, or null. */
export function openOf(holder: Pick<Holder, 'current'>): OpenAccount | null {
  const holding = holder.current();
  return holding.kind === 'open' ? holding : null;
}
