import { app } from 'electron';

const patienceMs = 15_000;

/**
 * Lets running work end before the app does, however often quitting is asked for meanwhile; quits all the same after a while: what was to be
 * erased is finished at the next start.
 */
export function quitAfter(stop: () => Promise<void>, onDefect: (event: string, error: unknown) => void): void {
  let stopping = false;
  app.on('before-quit', (event) => {
    event.preventDefault();
    if (stopping) return;
    stopping = true;
    const patience = new Promise<void>((resolve) => {
      setTimeout(resolve, patienceMs);
    });
    void Promise.race([stop(), patience])
      .catch((error: unknown) => onDefect('app.stop', error))
      .finally(() => app.exit(0));
  });
  // The app does not end with its last window: that may be one that nobody sees.
  app.on('window-all-closed', () => undefined);
}
