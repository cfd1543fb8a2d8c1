import { powerSaveBlocker } from 'electron';

/** Keeps the computer from sleeping while it is told to; the screen may go dark. */
export function createKeepAwake(): (awake: boolean) => void {
  let blocker: number | null = null;
  return (awake) => {
    if (awake) blocker ??= powerSaveBlocker.start('prevent-app-suspension');
    else if (blocker !== null) {
      powerSaveBlocker.stop(blocker);
      blocker = null;
    }
  };
}
