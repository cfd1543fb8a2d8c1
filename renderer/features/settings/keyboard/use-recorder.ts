import { useEffect, useEffectEvent } from 'react';
import { type Chord, chordOf, type Platform, type Refusal, refusalOf } from '../../../lib/keys/chords.ts';

const onlyHeld = /^(?:Shift|Control|Alt|Meta|OS|CapsLock|NumLock|Fn|ContextMenu|AltGraph)/u;

/** What came of listening: a chord, a refusal, or nothing because the person left off. */
export type Recorded =
  | { readonly kind: 'chord'; readonly chord: Chord }
  | { readonly kind: 'refused'; readonly why: Exclude<Refusal, null> }
  | { readonly kind: 'left-off' };

/** Listens for one key before anything else hears it; Esc, Tab and leaving the window leave off. */
export function useRecorder(
  listening: { readonly withModifier: boolean; readonly platform: Platform } | null,
  onRecorded: (recorded: Recorded) => void,
): void {
  const withModifier = listening?.withModifier ?? false;
  const platform = listening?.platform ?? 'linux';
  const on = listening !== null;
  const tell = useEffectEvent(onRecorded);
  useEffect(() => {
    if (!on) return undefined;
    const onKeyDown = (event: KeyboardEvent): void => {
      const leaves = event.code === 'Escape' || event.code === 'Tab';
      if (event.code !== 'Tab') {
        event.preventDefault();
        event.stopImmediatePropagation();
      }
      if (leaves) tell({ kind: 'left-off' });
      else if (!onlyHeld.test(event.code) && !event.repeat) {
        const why = refusalOf(event, withModifier, platform);
        const chord = chordOf(event);
        if (why !== null || chord === null) tell({ kind: 'refused', why: why ?? 'system' });
        else tell({ kind: 'chord', chord });
      }
    };
    // What a released key would press is not meant for the button that has the focus.
    const onKeyUp = (event: KeyboardEvent): void => {
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    const leaveOff = (): void => {
      tell({ kind: 'left-off' });
    };
    window.addEventListener('keydown', onKeyDown, { capture: true });
    window.addEventListener('keyup', onKeyUp, { capture: true });
    window.addEventListener('blur', leaveOff);
    return () => {
      window.removeEventListener('keydown', onKeyDown, { capture: true });
      window.removeEventListener('keyup', onKeyUp, { capture: true });
      window.removeEventListener('blur', leaveOff);
    };
  }, [on, withModifier, platform]);
}
