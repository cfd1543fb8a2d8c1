import type { AppAbout } from '../../../contract/domain/views.ts';

/** The system that the app runs on. */
export type Platform = AppAbout['platform'];

/** A key with what is held beside it, as settings keep it: `KeyK`, `Shift+KeyN`, `Ctrl+ArrowLeft`. */
export type Chord = string;

/** The part of a keyboard event that makes a chord. */
export interface KeyPlace {
  readonly code: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
}

/** The key's code and what is held beside it. */
export interface ChordParts {
  readonly ctrl: boolean;
  readonly alt: boolean;
  readonly shift: boolean;
  readonly code: string;
}

const form = /^(Ctrl\+)?(Alt\+)?(Shift\+)?([A-Z][A-Za-z0-9]*)$/u;

const sign =
  /^(?:Key[A-Z]|Digit\d|Comma|Period|Slash|Semicolon|Quote|BracketLeft|BracketRight|Backslash|IntlBackslash|IntlRo|IntlYen|Minus|Equal|Backquote|Numpad(?:\d|Add|Subtract|Multiply|Divide|Decimal|Equal))$/u;
const moving = /^(?:Arrow(?:Left|Right|Up|Down)|Home|End|PageUp|PageDown)$/u;
const other = /^(?:Space|Insert|Delete|Backspace|F(?:[1-4]|[7-9]|10))$/u;

/** The chord of a key that was pressed; null with the system's own key (⌘, Windows) held. */
export function chordOf(press: KeyPlace): Chord | null {
  if (press.metaKey) return null;
  return `${press.ctrlKey ? 'Ctrl+' : ''}${press.altKey ? 'Alt+' : ''}${press.shiftKey ? 'Shift+' : ''}${press.code}`;
}

/** Takes a chord apart; null when it is none, as in settings that somebody else wrote. */
export function partsOf(chord: Chord): ChordParts | null {
  const match = form.exec(chord);
  const code = match?.[4];
  if (!match || code === undefined) return null;
  if (!sign.test(code) && !moving.test(code) && !other.test(code)) return null;
  return { ctrl: Boolean(match[1]), alt: Boolean(match[2]), shift: Boolean(match[3]), code };
}

/** Whether the chord writes a sign (WCAG 2.2, 2.1.4: letters of either case, digits, punctuation, symbols), so that speech input may press it by accident. */
export function isSingleKey(chord: Chord): boolean {
  const parts = partsOf(chord);
  return parts !== null && !parts.ctrl && !parts.alt && sign.test(parts.code);
}

/** Why a key cannot be given to a command: the system's, the window's, or none that a command may have. */
export type Refusal = 'system' | 'window' | null;

/** Whether a chord may be given to a command; chapters alone take Ctrl (on macOS ⌥), and only with a key that moves. */
export function refusalOf(press: KeyPlace, withModifier: boolean, platform: Platform): Refusal {
  const chord = chordOf(press);
  if (chord === null) return 'system';
  const parts = partsOf(chord);
  if (parts === null) return press.ctrlKey || press.altKey ? 'system' : 'window';
  if (!parts.ctrl && !parts.alt) return null;
  const own = platform === 'macos' ? parts.alt && !parts.ctrl : parts.ctrl && !parts.alt;
  return withModifier && own && moving.test(parts.code) ? null : 'system';
}
