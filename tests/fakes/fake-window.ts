import type { WindowBounds } from '../../contract/domain/stage.ts';
import type { AppWindow, WindowChange } from '../../main/window-ports.ts';

/** A window that only remembers what was done with it; screens and people are told by hand. */
export interface FakeWindow extends AppWindow {
  bounds: WindowBounds;
  areas: readonly WindowBounds[];
  isMaximised: boolean;
  isFullScreen: boolean;
  isHidden: boolean;
  isThere: boolean;
  isOnTop: boolean;
  screenReader: boolean;
  tell(change: WindowChange): void;
}

/** Makes a fake window of 1440 × 900 on one screen. */
export function createFakeWindow(): FakeWindow {
  const listeners = new Set<(change: WindowChange) => void>();
  const fake: FakeWindow = {
    bounds: { x: 100, y: 50, width: 1440, height: 900 },
    areas: [{ x: 0, y: 0, width: 1920, height: 1040 }],
    isMaximised: false,
    isFullScreen: false,
    isHidden: false,
    isThere: true,
    isOnTop: false,
    screenReader: false,
    state: () =>
      fake.isThere
        ? {
            bounds: fake.bounds,
            isMaximised: fake.isMaximised,
            isFullScreen: fake.isFullScreen,
            isHidden: fake.isHidden,
          }
        : null,
    workAreas: () => fake.areas,
    leaveFullScreen() {
      fake.isFullScreen = false;
      return Promise.resolve();
    },
    makeMini(bounds) {
      Object.assign(fake, { bounds, isMaximised: false, isOnTop: true });
    },
    makeUsual(bounds, isMaximised) {
      Object.assign(fake, { bounds, isMaximised, isOnTop: false });
    },
    hasScreenReader: () => fake.screenReader,
    onChange(listener) {
      listeners.add(listener);
    },
    tell(change) {
      for (const listener of listeners) listener(change);
    },
  };
  return fake;
}
