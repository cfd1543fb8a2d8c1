import type { TFunction } from 'i18next';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRequest } from '../requests.ts';
import { type Chord, partsOf, type Platform } from './chords.ts';

/** Code of a key → what the layout in use writes on it, in small letters. */
export type LayoutMap = ReadonlyMap<string, string>;

const drawn: Readonly<Record<string, string>> = {
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Comma: ',',
  Period: '.',
  Slash: '/',
  Semicolon: ';',
  Quote: '’',
  BracketLeft: '[',
  BracketRight: ']',
  Backslash: '\\',
  IntlBackslash: '\\',
  Minus: '-',
  Equal: '=',
  Backquote: '`',
};
/** With Shift these write a sign that people know them by; only where the layout is the one they lie so on. */
const shiftedSigns: Readonly<Record<string, readonly [string, string]>> = {
  Comma: [',', '<'],
  Period: ['.', '>'],
  Slash: ['/', '?'],
};
const numpadSigns: Readonly<Record<string, string>> = {
  Add: '+',
  Subtract: '−',
  Multiply: '×',
  Divide: '÷',
  Decimal: '.',
  Equal: '=',
};

function keyName(code: string, layout: LayoutMap, t: TFunction): string {
  if (code === 'Space') return t('keys.space');
  const numpad = /^Numpad(.+)$/u.exec(code)?.[1];
  if (numpad !== undefined) return t('keys.numpad', { key: numpadSigns[numpad] ?? numpad });
  const written = layout.get(code);
  if (written !== undefined && written.trim() !== '') return written.toLocaleUpperCase();
  return drawn[code] ?? /^(?:Key|Digit)(.)$/u.exec(code)?.[1] ?? code;
}

/** How a chord is written for this system and layout: "Shift+N", "⌥+←", "?". */
export function chordLabel(chord: Chord, platform: Platform, layout: LayoutMap, t: TFunction): string {
  const parts = partsOf(chord);
  if (parts === null) return chord;
  const { ctrl, alt, shift, code } = parts;
  const signs = shift && !ctrl && !alt ? shiftedSigns[code] : undefined;
  if (signs && (layout.get(code) ?? signs[0]) === signs[0]) return signs[1];
  const held = [ctrl && 'Ctrl', alt && (platform === 'macos' ? '⌥' : 'Alt'), shift && 'Shift'].filter(Boolean);
  return [...held, keyName(code, layout, t)].join('+');
}

type KeyboardWithLayout = { readonly getLayoutMap?: () => Promise<LayoutMap> };

/** What the keys write in the layout in use, asked again when the window is come back to; empty where the system does not say. */
function useLayoutMap(): LayoutMap {
  const [layout, setLayout] = useState<LayoutMap>(() => new Map());
  useEffect(() => {
    const { keyboard } = navigator as Navigator & { readonly keyboard?: KeyboardWithLayout };
    let gone = false;
    const read = (): void => {
      void keyboard?.getLayoutMap?.().then(
        (map) => {
          if (!gone) setLayout(map);
        },
        () => undefined,
      );
    };
    read();
    window.addEventListener('focus', read);
    return () => {
      gone = true;
      window.removeEventListener('focus', read);
    };
  }, []);
  return layout;
}

/** Writes chords for this system, layout and language. */
export function useChordLabel(): (chord: Chord) => string {
  const { t } = useTranslation();
  const layout = useLayoutMap();
  const platform = useRequest('app.about', null).data?.platform ?? 'linux';
  return (chord) => chordLabel(chord, platform, layout, t);
}
