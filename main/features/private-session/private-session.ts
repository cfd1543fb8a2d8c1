import type { PrivateSession as PrivateSessionState } from '../../../contract/domain/history.ts';
import { createMemoryPlaces, type Places } from './memory-places.ts';

/** Whether what is watched is kept. That a private session is on is in memory and nowhere else, as is all that it holds. */
export interface PrivateSession {
  /** The person has turned it on. */
  isOn(): boolean;
  set(on: boolean): PrivateSessionState;
  /** Nothing is kept, be it by a private session or because the person's data is frozen. */
  keepsNothing(): boolean;
  /** Freezes what is kept, or lets it go on; what was held in memory meanwhile is gone. */
  freeze(frozen: boolean): void;
  /** Where places are kept now: whoever saves takes it once and uses it to the end, so that nothing crosses over. */
  places(): Places;
  /** The account is being closed: nobody goes on in private with another. */
  end(): void;
}

/** Makes it. */
export function createPrivateSession(deps: {
  readonly library: Places;
  readonly onChange: (state: PrivateSessionState) => void;
}): PrivateSession {
  let isOn = false;
  let isFrozen = false;
  let memory: Places | null = null;

  /** What a private session has held does not outlast it, even where nothing is kept afterwards either. */
  function beginAnew(): void {
    memory = isOn || isFrozen ? createMemoryPlaces(deps.library) : null;
  }

  function set(on: boolean): PrivateSessionState {
    if (on !== isOn) {
      isOn = on;
      beginAnew();
      deps.onChange({ on });
    }
    return { on };
  }

  return {
    isOn: () => isOn,
    set,
    keepsNothing: () => memory !== null,
    freeze(frozen) {
      isFrozen = frozen;
      // In a private session everything goes on as it is.
      if (!isOn) beginAnew();
    },
    places: () => memory ?? deps.library,
    end() {
      set(false);
      beginAnew();
    },
  };
}
