import { powerSaveBlocker } from 'electron';

/** Keeps the computer from sleeping (its screen may go dark), or the screen from going dark, while it is told to. */
export function createStayAwake(what: 'computer' | 'screen'): (awake: boolean) => void {
  let blocker: number | null = null;
  return (awake) => {
    if (awake)
      blocker ??= powerSaveBlocker.start(what === 'screen' ? 'prevent-display-sleep' : 'prevent-app-suspension');
    else if (blocker !== null) {
      powerSaveBlocker.stop(blocker);
      blocker = null;
    }
  };
}
