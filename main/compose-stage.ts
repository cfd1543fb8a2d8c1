import type { AssetId, LectureId } from '../contract/domain/ids.ts';
import type { WindowFacts } from '../contract/domain/stage.ts';
import { fail } from '../contract/result.ts';
import type { Result } from '../contract/result.ts';
import type { Account } from './features/account/account.ts';
import type { SettingsFeature } from './features/settings/settings.ts';
import { createArtwork } from './features/stage/artwork.ts';
import { createMiniWindow } from './features/stage/mini-window.ts';
import { createScreenAwake } from './features/stage/screen-awake.ts';
import type { ScreenAwake } from './features/stage/screen-awake.ts';
import type { Clock, Library, StoredContent } from './ports.ts';
import type { AppWindow } from './window-ports.ts';

/** What is around the picture, put together: the mini window, the screen awake, the cover for the system; part of `compose`. */
export interface Stage {
  facts(): WindowFacts;
  setMini(on: boolean): Promise<WindowFacts>;
  readonly playing: ScreenAwake['playing'];
  artwork(lectureId: LectureId): Promise<Result<{ dataUrl: string | null }>>;
  /** The account closes: nothing plays any more. */
  close(): void;
}

/** Makes it, on the app's window. */
export function composeStage(deps: {
  readonly window: AppWindow;
  readonly holdScreen: (awake: boolean) => void;
  readonly clock: Clock;
  readonly library: Library;
  readonly settings: SettingsFeature;
  readonly opened: Account['opened'];
  readonly smallFile: (id: AssetId) => Promise<Result<StoredContent>>;
  readonly emit: (facts: WindowFacts) => void;
}): Stage {
  const { window, settings } = deps;
  const tell = () => deps.emit(facts());
  const mini = createMiniWindow({
    window,
    clock: deps.clock,
    settings: settings.read,
    keep: (miniWindow) => void settings.update({ miniWindow }),
    onChange: tell,
  });
  const awake = createScreenAwake({ hold: deps.holdScreen });
  const artwork = createArtwork(deps);
  const silent = { playing: false, audible: false };
  const facts = (): WindowFacts => ({ mini: mini.isOn(), screenReader: window.hasScreenReader() });

  window.onChange((change) => {
    mini.windowChanged(change);
    if (change === 'visibility') awake.setHidden(window.state()?.isHidden ?? true);
    if (change === 'page-gone' || change === 'closed') awake.playing(silent);
    if (change === 'screen-reader') tell();
  });
  return {
    facts,
    async setMini(on) {
      await mini.set(on);
      return facts();
    },
    playing: awake.playing,
    artwork: (lectureId) => (deps.opened().ok ? artwork(lectureId) : Promise.resolve(fail('signed-out'))),
    close: () => awake.playing(silent),
  };
}
