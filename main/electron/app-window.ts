import { app, screen } from 'electron';
import type { BrowserWindow } from 'electron';
import { miniLeast } from '../window-ports.ts';
import type { AppWindow, WindowChange } from '../window-ports.ts';
import { windowLeast } from './window.ts';

const fullScreenPatienceMs = 2000;

/** The app's window as features see it; `attach` once for each window that opens. */
export function createAppWindow(
  current: () => BrowserWindow | null,
): AppWindow & { attach(window: BrowserWindow): void } {
  const listeners = new Set<(change: WindowChange) => void>();
  function tell(change: WindowChange): void {
    for (const listener of listeners) listener(change);
  }
  const tellScreens = () => tell('screens');
  app.on('accessibility-support-changed', () => tell('screen-reader'));
  for (const name of ['display-removed', 'display-added', 'display-metrics-changed'] as const)
    screen.on(name as 'display-removed', tellScreens);

  return {
    attach(window) {
      const visibility = () => tell('visibility');
      const moved = () => tell('moved');
      window.on('minimize', visibility).on('restore', visibility).on('hide', visibility).on('show', visibility);
      window.on('move', moved).on('resize', moved);
      window.on('closed', () => tell('closed'));
      window.webContents.on('render-process-gone', () => tell('page-gone'));
      window.webContents.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
        if (isMainFrame && !isSameDocument) tell('page-gone');
      });
    },
    state() {
      const window = current();
      if (window === null) return null;
      return {
        bounds: window.getNormalBounds(),
        isMaximised: window.isMaximized(),
        isFullScreen: window.isFullScreen(),
        isHidden: window.isMinimized() || !window.isVisible(),
      };
    },
    workAreas() {
      const window = current();
      const all = screen.getAllDisplays();
      const own = window === null ? screen.getPrimaryDisplay() : screen.getDisplayMatching(window.getBounds());
      return [own, ...all.filter(({ id }) => id !== own.id)].map(({ workArea }) => workArea);
    },
    leaveFullScreen() {
      const window = current();
      if (window === null || !window.isFullScreen()) return Promise.resolve();
      return new Promise((resolve) => {
        const timer = setTimeout(resolve, fullScreenPatienceMs);
        window.once('leave-full-screen', () => {
          clearTimeout(timer);
          resolve();
        });
        window.setFullScreen(false);
      });
    },
    makeMini(bounds) {
      const window = current();
      if (window === null) return;
      if (window.isMaximized()) window.unmaximize();
      window.setMaximizable(false);
      window.setFullScreenable(false);
      window.setMinimumSize(miniLeast.width, miniLeast.height);
      window.setBounds(bounds);
      window.setAlwaysOnTop(true, 'floating');
    },
    makeUsual(bounds, isMaximised) {
      const window = current();
      if (window === null) return;
      window.setAlwaysOnTop(false);
      window.setMaximizable(true);
      window.setFullScreenable(true);
      window.setBounds(bounds);
      window.setMinimumSize(windowLeast.width, windowLeast.height);
      if (isMaximised) window.maximize();
    },
    hasScreenReader: () => app.accessibilitySupportEnabled,
    onChange(listener) {
      listeners.add(listener);
    },
  };
}
