/** What a key asks the player to do. */
export type PlayerCommand =
  | { readonly kind: 'toggle-play' }
  | { readonly kind: 'seek-by'; readonly ms: number }
  | { readonly kind: 'seek-share'; readonly share: number }
  | { readonly kind: 'volume-by'; readonly step: number }
  | { readonly kind: 'mute' }
  | { readonly kind: 'full-screen' }
  | { readonly kind: 'captions' }
  | { readonly kind: 'picture' }
  | { readonly kind: 'rate-by'; readonly step: number }
  | { readonly kind: 'frame'; readonly by: 1 | -1 }
  | { readonly kind: 'lecture'; readonly to: 'next' | 'previous' }
  | { readonly kind: 'chapter'; readonly to: 'next' | 'previous' }
  | { readonly kind: 'help' };

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

const plain: Readonly<Record<string, PlayerCommand>> = {
  Space: { kind: 'toggle-play' },
  KeyK: { kind: 'toggle-play' },
  KeyJ: { kind: 'seek-by', ms: -10_000 },
  KeyL: { kind: 'seek-by', ms: 10_000 },
  ArrowLeft: { kind: 'seek-by', ms: -5000 },
  ArrowRight: { kind: 'seek-by', ms: 5000 },
  ArrowUp: { kind: 'volume-by', step: 0.05 },
  ArrowDown: { kind: 'volume-by', step: -0.05 },
  KeyM: { kind: 'mute' },
  KeyF: { kind: 'full-screen' },
  KeyC: { kind: 'captions' },
  KeyI: { kind: 'picture' },
  Comma: { kind: 'frame', by: -1 },
  Period: { kind: 'frame', by: 1 },
  Home: { kind: 'seek-share', share: 0 },
  End: { kind: 'seek-share', share: 1 },
};

const shifted: Readonly<Record<string, PlayerCommand>> = {
  Comma: { kind: 'rate-by', step: -0.25 },
  Period: { kind: 'rate-by', step: 0.25 },
  KeyN: { kind: 'lecture', to: 'next' },
  KeyP: { kind: 'lecture', to: 'previous' },
  Slash: { kind: 'help' },
};

/** Signs that lie on other keys in other layouts: these are taken by what they write. */
const written: Readonly<Record<string, PlayerCommand>> = {
  '?': { kind: 'help' },
  '<': { kind: 'rate-by', step: -0.25 },
  '>': { kind: 'rate-by', step: 0.25 },
};

const repeatable: readonly PlayerCommand['kind'][] = ['seek-by', 'volume-by', 'frame', 'rate-by', 'chapter'];

/**
 * The command of a key, by its place on the keyboard (`event.code`), so that a Cyrillic layout works the same;
 * null for keys that are not the player's, among them all with a foreign modifier.
 */
export function commandFor(press: KeyPress, platform: 'windows' | 'macos' | 'linux'): PlayerCommand | null {
  const command = match(press, platform);
  if (!command) return null;
  return press.repeat && !repeatable.includes(command.kind) ? null : command;
}

function match(press: KeyPress, platform: 'windows' | 'macos' | 'linux'): PlayerCommand | null {
  const { code, key, shiftKey, ctrlKey, altKey, metaKey } = press;
  if (ctrlKey || altKey || metaKey) {
    const chapterKey = platform === 'macos' ? altKey && !ctrlKey : ctrlKey && !altKey;
    if (!chapterKey || metaKey || shiftKey) return null;
    if (code === 'ArrowLeft') return { kind: 'chapter', to: 'previous' };
    if (code === 'ArrowRight') return { kind: 'chapter', to: 'next' };
    return null;
  }
  const byWriting = written[key];
  if (byWriting) return byWriting;
  if (shiftKey) return shifted[code] ?? null;
  const digit = /^(?:Digit|Numpad)([0-9])$/u.exec(code)?.[1];
  if (digit !== undefined) return { kind: 'seek-share', share: Number(digit) / 10 };
  return plain[code] ?? null;
}

/** Whether the key belongs to what has the focus: text, lists, dialogs, and Space to a focused button. */
export function belongsToFocus(code: string, target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false;
  if (target.closest('input:not([type="range"]), textarea, select, [contenteditable="true"]')) return true;
  if (target.closest('[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]')) return true;
  if (code === 'Space') return target.closest('button, a[href], summary, [role="tab"]') !== null;
  const moves = code.startsWith('Arrow') || code === 'Home' || code === 'End';
  return moves && target.closest('input[type="range"], [role="tablist"], [role="slider"]') !== null;
}
