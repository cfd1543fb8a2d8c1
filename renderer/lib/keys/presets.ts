import type { KeyPreset } from '../../../contract/domain/key-presets.ts';
import type { Chord, Platform } from './chords.ts';
import { type CommandId, type ShareCommandId, shareCommands } from './commands.ts';

/** Every command with its keys. */
export type KeyMap = Readonly<Record<CommandId, readonly Chord[]>>;

/** On macOS Ctrl+arrows belong to the system, so chapters are on ⌥. */
const beside = (platform: Platform): 'Alt' | 'Ctrl' => (platform === 'macos' ? 'Alt' : 'Ctrl');

function shares(): Readonly<Record<ShareCommandId, readonly Chord[]>> {
  const entries = shareCommands.map((id, share): [string, readonly Chord[]] => [
    id,
    [`Digit${share}`, `Numpad${share}`],
  ]);
  return Object.fromEntries(entries) as Record<ShareCommandId, readonly Chord[]>;
}

function lectoroom(platform: Platform): KeyMap {
  return {
    play: ['Space', 'KeyK'],
    'short-back': ['ArrowLeft'],
    'short-forward': ['ArrowRight'],
    'long-back': ['KeyJ'],
    'long-forward': ['KeyL'],
    start: ['Home'],
    end: ['End'],
    'frame-back': ['Comma'],
    'frame-forward': ['Period'],
    'loop-a': ['BracketLeft'],
    'loop-b': ['BracketRight'],
    'loop-clear': ['Backslash'],
    slower: ['Shift+Comma'],
    faster: ['Shift+Period'],
    'chapter-previous': [`${beside(platform)}+ArrowLeft`],
    'chapter-next': [`${beside(platform)}+ArrowRight`],
    'lecture-previous': ['Shift+KeyP'],
    'lecture-next': ['Shift+KeyN'],
    louder: ['ArrowUp'],
    quieter: ['ArrowDown'],
    mute: ['KeyM'],
    captions: ['KeyC'],
    bookmark: ['KeyB'],
    note: ['KeyN'],
    sleep: ['Shift+KeyS'],
    help: ['Shift+Slash'],
    'full-screen': ['KeyF'],
    theatre: ['KeyT'],
    picture: ['KeyI'],
    mini: ['Shift+KeyI'],
    ...shares(),
  };
}

/** YouTube's keys where it has any; its `i` is the small player. */
function youtube(platform: Platform): KeyMap {
  return { ...lectoroom(platform), picture: ['Shift+KeyI'], mini: ['KeyI'] };
}

/** VLC's keys where it has any (its "Hotkeys" page): letters of its own, jumps on the arrows, brackets for the speed. */
function vlc(platform: Platform): KeyMap {
  return {
    ...lectoroom(platform),
    play: ['Space'],
    'short-back': ['Shift+ArrowLeft'],
    'short-forward': ['Shift+ArrowRight'],
    'long-back': ['ArrowLeft'],
    'long-forward': ['ArrowRight'],
    'frame-back': ['Shift+KeyE'],
    'frame-forward': ['KeyE'],
    'loop-a': ['Shift+BracketLeft'],
    'loop-b': ['Shift+BracketRight'],
    slower: ['BracketLeft', 'Minus'],
    faster: ['BracketRight', 'Equal'],
    'chapter-previous': ['Shift+KeyP', `${beside(platform)}+ArrowLeft`],
    'chapter-next': ['Shift+KeyN', `${beside(platform)}+ArrowRight`],
    'lecture-previous': ['KeyP'],
    'lecture-next': ['KeyN'],
    captions: ['KeyV'],
    note: ['Shift+KeyB'],
  };
}

/** The keys of a preset on this system. */
export function presetKeys(preset: KeyPreset, platform: Platform): KeyMap {
  switch (preset) {
    case 'youtube':
      return youtube(platform);
    case 'vlc':
      return vlc(platform);
    default:
      return lectoroom(platform);
  }
}
