import { useMemo } from 'react';
import { useRequest } from '../requests.ts';
import { keysInForce, usualKeys } from './bindings.ts';
import type { Chord, Platform } from './chords.ts';
import { isSingleKey } from './chords.ts';
import type { CommandId } from './commands.ts';
import { useChordLabel } from './labels.ts';
import type { KeyMap } from './presets.ts';

/** The player's keys as they are in force now. */
export interface KeysNow {
  readonly map: KeyMap;
  readonly platform: Platform;
  readonly singleKeys: boolean;
  readonly label: (chord: Chord) => string;
  /** Labels of a command's keys that work now. */
  readonly of: (id: CommandId) => readonly string[];
}

/** Reads which key does what, with labels of the layout in use. */
export function useKeys(): KeysNow {
  const platform = useRequest('app.about', null).data?.platform ?? 'linux';
  const settings = useRequest('settings.read', null).data;
  const playerKeys = settings?.playerKeys ?? usualKeys;
  const singleKeys = settings?.playerSingleKeys ?? true;
  const label = useChordLabel();
  const map = useMemo(() => keysInForce(playerKeys, platform), [playerKeys, platform]);
  return {
    map,
    platform,
    singleKeys,
    label,
    of: (id) => map[id].filter((chord) => singleKeys || !isSingleKey(chord)).map(label),
  };
}
