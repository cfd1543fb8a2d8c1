import { chordsPerCommand } from '../../../contract/domain/key-presets.ts';
import type { PlayerKeys } from '../../../contract/domain/stage.ts';
import { type Chord, isSingleKey, partsOf, type Platform } from './chords.ts';
import { type CommandId, commandIds } from './commands.ts';
import { type KeyMap, presetKeys } from './presets.ts';

/** What holds before anything was chosen. */
export const usualKeys: PlayerKeys = { preset: 'lectoroom', changed: {} };

/** Every command with the keys it has now: the preset's, or those a person chose; what makes no sense in the settings falls back. */
export function keysInForce(keys: PlayerKeys, platform: Platform): KeyMap {
  const preset = presetKeys(keys.preset, platform);
  const chosen = commandIds.map((id) => {
    const changed = keys.changed[id];
    return [id, changed?.every((chord) => partsOf(chord) !== null) ? changed : preset[id]] as const;
  });
  return Object.fromEntries(chosen) as Record<CommandId, readonly Chord[]>;
}

/** What a chord asks for; null when nothing. */
export type KeyLookup = (chord: Chord) => CommandId | null;

/** Makes the lookup of a key map; without `singleKeys` a chord that writes a sign does nothing. */
export function keyLookup(map: KeyMap, singleKeys: boolean): KeyLookup {
  const byChord = new Map<Chord, CommandId>();
  for (const id of commandIds) for (const chord of map[id]) if (!byChord.has(chord)) byChord.set(chord, id);
  return (chord) => (!singleKeys && isSingleKey(chord) ? null : (byChord.get(chord) ?? null));
}

/** Chords that two commands have, in the order of the commands. */
export function conflictsIn(
  map: KeyMap,
): readonly { readonly chord: Chord; readonly commands: readonly CommandId[] }[] {
  const byChord = new Map<Chord, CommandId[]>();
  for (const id of commandIds) for (const chord of map[id]) byChord.set(chord, [...(byChord.get(chord) ?? []), id]);
  return [...byChord].filter(([, commands]) => commands.length > 1).map(([chord, commands]) => ({ chord, commands }));
}

/** Which other command has the chord. */
export function takenBy(map: KeyMap, chord: Chord, except: CommandId): CommandId | null {
  return commandIds.find((id) => id !== except && map[id].includes(chord)) ?? null;
}

/** Gives a command its keys; what is as in the preset is not kept. */
export function withKeys(
  keys: PlayerKeys,
  changes: Partial<Record<CommandId, readonly Chord[]>>,
  platform: Platform,
): PlayerKeys {
  const preset = presetKeys(keys.preset, platform);
  const changed = { ...keys.changed };
  for (const [id, chords] of Object.entries(changes) as [CommandId, readonly Chord[]][]) {
    if (chords.join(' ') === preset[id].join(' ')) delete changed[id];
    else changed[id] = chords.slice(0, chordsPerCommand);
  }
  return { preset: keys.preset, changed };
}

/** What giving a chord to a command does: in place of `replaced` (null: besides the others); whoever had it gets `replaced` for it, or loses it. */
export function assign(
  map: KeyMap,
  give: { readonly to: CommandId; readonly chord: Chord; readonly replaced: Chord | null },
): Partial<Record<CommandId, readonly Chord[]>> {
  const { to, chord, replaced } = give;
  const own = map[to].filter((each) => each !== chord || each === replaced);
  const next = replaced === null ? [...own, chord] : own.map((each) => (each === replaced ? chord : each));
  const other = takenBy(map, chord, to);
  if (other === null) return { [to]: next };
  const left = map[other].flatMap((each) => (each === chord ? (replaced === null ? [] : [replaced]) : [each]));
  return { [to]: next, [other]: left };
}
