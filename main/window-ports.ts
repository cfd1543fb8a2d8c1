import type { WindowBounds } from '../contract/domain/stage.ts';

/** The least that captions and the main buttons need. */
export const miniLeast = { width: 320, height: 180 } as const;

/** What may happen to the window or around it. */
export type WindowChange = 'moved' | 'visibility' | 'screens' | 'screen-reader' | 'page-gone' | 'closed';

/** The app's window, for what makes it small, large, and looks whether it is seen. */
export interface AppWindow {
  /** Null when there is none. `bounds` are those it has when neither maximised nor full screen. */
  state(): {
    readonly bounds: WindowBounds;
    readonly isMaximised: boolean;
    readonly isFullScreen: boolean;
    /** Minimised, or hidden with the app. */
    readonly isHidden: boolean;
  } | null;
  /** The usable part of every screen, that of the window first. */
  workAreas(): readonly WindowBounds[];
  leaveFullScreen(): Promise<void>;
  /** Small and above all other windows, with its frame. */
  makeMini(bounds: WindowBounds): void;
  makeUsual(bounds: WindowBounds, isMaximised: boolean): void;
  /** A screen reader, or another aid that reads what is on the screen, is at work. */
  hasScreenReader(): boolean;
  onChange(listener: (change: WindowChange) => void): void;
}
