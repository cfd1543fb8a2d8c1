import { keyLookup, type KeyLookup, keysInForce, usualKeys } from '../../lib/keys/bindings.ts';
import { chordOf, type Platform } from '../../lib/keys/chords.ts';
import type { CommandId, ShareCommandId } from '../../lib/keys/commands.ts';

/** What changes the window, the screen or the evening around the picture. */
export type StageCommand = 'full-screen' | 'theatre' | 'picture' | 'mini' | 'sleep';

/** What a key asks the player to do. */
export type PlayerCommand =
  | { readonly kind: 'toggle-play' }
  | { readonly kind: 'seek-by'; readonly ms: number }
  /** As far as the settings say. */
  | { readonly kind: 'skip'; readonly to: 'back' | 'forward' }
  | { readonly kind: 'loop'; readonly step: 'a' | 'b' | 'clear' }
  | { readonly kind: 'seek-share'; readonly share: number }
  | { readonly kind: 'volume-by'; readonly step: number }
  | { readonly kind: 'mute' }
  | { readonly kind: 'captions' }
  | { readonly kind: 'rate-by'; readonly step: number }
  | { readonly kind: 'frame'; readonly by: 1 | -1 }
  | { readonly kind: 'lecture'; readonly to: 'next' | 'previous' }
  | { readonly kind: 'chapter'; readonly to: 'next' | 'previous' }
  | { readonly kind: 'add-note'; readonly what: 'note' | 'bookmark' }
  | { readonly kind: 'help' }
  /** Two commands, not a toggle: what the system's media keys ask for. */
  | { readonly kind: 'play' }
  | { readonly kind: 'pause' }
  | { readonly kind: StageCommand };

/** The part of a keyboard event that decides. */
export interface KeyPress {
  readonly code: string;
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
  readonly repeat: boolean;
}

/** What a command asks the player to do. */
export function commandOf(id: CommandId): PlayerCommand {
  const share = /^share-(\d)$/u.exec(id)?.[1];
  return share === undefined
    ? commands[id as keyof typeof commands]
    : { kind: 'seek-share', share: Number(share) / 10 };
}

const commands: Readonly<Record<Exclude<CommandId, ShareCommandId>, PlayerCommand>> = {
  play: { kind: 'toggle-play' },
  'short-back': { kind: 'seek-by', ms: -5000 },
  'short-forward': { kind: 'seek-by', ms: 5000 },
  'long-back': { kind: 'skip', to: 'back' },
  'long-forward': { kind: 'skip', to: 'forward' },
  start: { kind: 'seek-share', share: 0 },
  end: { kind: 'seek-share', share: 1 },
  'frame-back': { kind: 'frame', by: -1 },
  'frame-forward': { kind: 'frame', by: 1 },
  'loop-a': { kind: 'loop', step: 'a' },
  'loop-b': { kind: 'loop', step: 'b' },
  'loop-clear': { kind: 'loop', step: 'clear' },
  slower: { kind: 'rate-by', step: -0.25 },
  faster: { kind: 'rate-by', step: 0.25 },
  'chapter-previous': { kind: 'chapter', to: 'previous' },
  'chapter-next': { kind: 'chapter', to: 'next' },
  'lecture-previous': { kind: 'lecture', to: 'previous' },
  'lecture-next': { kind: 'lecture', to: 'next' },
  louder: { kind: 'volume-by', step: 0.05 },
  quieter: { kind: 'volume-by', step: -0.05 },
  mute: { kind: 'mute' },
  captions: { kind: 'captions' },
  bookmark: { kind: 'add-note', what: 'bookmark' },
  note: { kind: 'add-note', what: 'note' },
  sleep: { kind: 'sleep' },
  help: { kind: 'help' },
  'full-screen': { kind: 'full-screen' },
  theatre: { kind: 'theatre' },
  picture: { kind: 'picture' },
  mini: { kind: 'mini' },
};

/** Signs that lie on other keys in other layouts: where the key itself has nothing to do, it is taken by what it writes. */
const written: Readonly<Record<string, string>> = { '?': 'Shift+Slash', '<': 'Shift+Comma', '>': 'Shift+Period' };

const repeatable: readonly PlayerCommand['kind'][] = ['seek-by', 'skip', 'volume-by', 'frame', 'rate-by', 'chapter'];

/**
 * The command of a key, by its place on the keyboard (`event.code`), so that a Cyrillic layout works the same; null for keys
 * that are not the player's. Without `lookup` the usual keys of the system hold.
 */
export function commandFor(press: KeyPress, platform: Platform, lookup?: KeyLookup): PlayerCommand | null {
  const find = lookup ?? keyLookup(keysInForce(usualKeys, platform), true);
  const chord = chordOf(press);
  if (chord === null) return null;
  const sign = press.ctrlKey || press.altKey ? undefined : written[press.key];
  const id = find(chord) ?? (sign === undefined ? null : find(sign));
  if (id === null) return null;
  const command = commandOf(id);
  return press.repeat && !repeatable.includes(command.kind) ? null : command;
}

const writing =
  'input:not([type="range"]), textarea, select, [contenteditable]:not([contenteditable="false"]), [role="textbox"], [role="combobox"], [role="spinbutton"], [role="searchbox"]';
const layers = '[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]';

/** Whether the key belongs to what has the focus: text, lists, dialogs, and Space to a focused button. */
export function belongsToFocus(code: string, target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false;
  if (target.closest(writing) || target.closest(layers)) return true;
  if (code === 'Space') return target.closest('button, a[href], summary, [role="tab"]') !== null;
  const moves = /^(?:Arrow|Page|Home$|End$)/u.test(code);
  return (
    moves && target.closest('input[type="range"], [role="tablist"], [role="slider"], [role="radiogroup"]') !== null
  );
}
