/** Keeps the screen awake for a lecture. */
export interface ScreenAwake {
  /** What the player does: a pause, the end, an error and leaving are all "not playing". */
  playing(now: { readonly playing: boolean; readonly audible: boolean }): void;
  /** Minimised or hidden, or shown again. */
  setHidden(hidden: boolean): void;
}

/** Makes it; `hold` is called only when something changes. Held while a lecture plays, but not for silence that nobody sees. */
export function createScreenAwake(deps: { readonly hold: (awake: boolean) => void }): ScreenAwake {
  let player = { playing: false, audible: false };
  let isHidden = false;
  let held = false;
  function settle(): void {
    const wanted = player.playing && (player.audible || !isHidden);
    if (wanted === held) return;
    held = wanted;
    deps.hold(held);
  }
  return {
    playing(now) {
      player = now;
      settle();
    },
    setHidden(hidden) {
      isHidden = hidden;
      settle();
    },
  };
}
