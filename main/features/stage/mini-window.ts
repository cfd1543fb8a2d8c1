import type { Settings } from '../../../contract/domain/settings.ts';
import type { WindowBounds } from '../../../contract/domain/stage.ts';
import type { Clock } from '../../ports.ts';
import type { AppWindow, WindowChange } from '../../window-ports.ts';
import { fitBounds, miniBounds } from './fit-bounds.ts';

const settleMs = 500;

/** The same window, small and above all others. */
export interface MiniWindow {
  isOn(): boolean;
  /** Answers whether it is mini now. */
  set(on: boolean): Promise<boolean>;
  windowChanged(change: WindowChange): void;
}

/** Makes the mini window; its place and size are kept in the settings, the former ones of the window as long as it is mini. */
export function createMiniWindow(deps: {
  readonly window: AppWindow;
  readonly clock: Clock;
  readonly settings: () => Settings;
  readonly keep: (miniWindow: WindowBounds) => void;
  readonly onChange: () => void;
}): MiniWindow {
  const { window } = deps;
  let former: { readonly bounds: WindowBounds; readonly isMaximised: boolean } | null = null;
  let callOff: () => void = () => undefined;

  function keepPlace(): void {
    callOff();
    const state = window.state();
    if (former !== null && state !== null && !state.isHidden) deps.keep(state.bounds);
  }

  async function enter(): Promise<void> {
    if (window.state()?.isFullScreen) await window.leaveFullScreen();
    const state = window.state();
    if (state === null || former !== null) return;
    former = { bounds: state.bounds, isMaximised: state.isMaximised };
    window.makeMini(miniBounds(deps.settings().miniWindow, window.workAreas()));
    deps.onChange();
  }

  function leave(): void {
    if (former === null) return;
    keepPlace();
    const { bounds, isMaximised } = former;
    former = null;
    window.makeUsual(fitBounds(bounds, window.workAreas()), isMaximised);
    deps.onChange();
  }

  return {
    isOn: () => former !== null,
    async set(on) {
      if (on) await enter();
      else leave();
      return former !== null;
    },
    windowChanged(change) {
      if (former === null) return;
      if (change === 'closed') {
        callOff();
        former = null;
        return deps.onChange();
      }
      // A page that begins anew knows nothing of a mini window.
      if (change === 'page-gone') return leave();
      if (change === 'screens') {
        const state = window.state();
        if (state !== null) window.makeMini(fitBounds(state.bounds, window.workAreas()));
      }
      if (change === 'moved') {
        callOff();
        callOff = deps.clock.after(settleMs, keepPlace);
      }
    },
  };
}
