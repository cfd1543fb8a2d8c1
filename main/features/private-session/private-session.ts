import type { PrivateSession as PrivateSessionState } from '../../../contract/domain/history.ts';
import { createMemoryPlaces, type Places } from './memory-places.ts';

/** Whether what is watched is kept. That it is on is in memory and nowhere else, as is all that it holds. */
export interface PrivateSession {
  isOn(): boolean;
  set(on: boolean): PrivateSessionState;
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
  let memory: Places | null = null;

  function set(on: boolean): PrivateSessionState {
    if (on !== (memory !== null)) {
      memory = on ? createMemoryPlaces(deps.library) : null;
      deps.onChange({ on });
    }
    return { on };
  }

  return {
    isOn: () => memory !== null,
    set,
    places: () => memory ?? deps.library,
    end: () => void set(false),
  };
}
