import { z } from 'zod';
import { chordsPerCommand, keyPresets } from './key-presets.ts';

/** Modifiers in this order, then the key's place on the keyboard (`KeyboardEvent.code`): `KeyK`, `Shift+KeyN`, `Ctrl+ArrowLeft`. */
const KeyChord = z
  .string()
  .max(40)
  .regex(/^(?:Ctrl\+)?(?:Alt\+)?(?:Shift\+)?[A-Z][A-Za-z0-9]*$/);

export const PlayerKeys = z.strictObject({
  preset: z.enum(keyPresets),
  /** Command → its keys, only where they differ from the preset; a command or a key nobody knows is passed over. */
  changed: z.record(z.string().regex(/^[a-z0-9-]{1,40}$/), z.array(KeyChord).max(chordsPerCommand)),
});
/** Which keys do what in the player, as a person chose. */
export type PlayerKeys = z.infer<typeof PlayerKeys>;

const pixels = z.int().min(-100_000).max(100_000);

export const WindowBounds = z.strictObject({
  x: pixels,
  y: pixels,
  width: z.int().min(1).max(100_000),
  height: z.int().min(1).max(100_000),
});
/** A place on the screens, in pixels that do not depend on their density. */
export type WindowBounds = z.infer<typeof WindowBounds>;

/** What the window is, and who reads it. */
export interface WindowFacts {
  /** Small and above all other windows. */
  readonly mini: boolean;
  /** A screen reader or another aid reads along. */
  readonly screenReader: boolean;
}
