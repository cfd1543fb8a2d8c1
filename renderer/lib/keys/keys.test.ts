import { expect, test } from 'vitest';
import { keyPresets } from '../../../contract/domain/key-presets.ts';
import { assign, conflictsIn, keyLookup, keysInForce, usualKeys, withKeys } from './bindings.ts';
import { isSingleKey, type KeyPlace, partsOf, type Platform, refusalOf } from './chords.ts';
import { commandIds } from './commands.ts';
import { chordLabel } from './labels.ts';
import { presetKeys } from './presets.ts';

const platforms: readonly Platform[] = ['windows', 'macos', 'linux'];
const table = keyPresets.flatMap((preset) => platforms.map((platform) => [preset, platform] as const));
const press = (part: Partial<KeyPlace>): KeyPlace => ({
  code: 'KeyA',
  shiftKey: false,
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  ...part,
});

test.each(table)(
  'C7: %s on %s gives every command a key, no key to two, and each finds its command',
  (preset, platform) => {
    const map = presetKeys(preset, platform);
    const lookup = keyLookup(map, true);
    expect(conflictsIn(map)).toEqual([]);
    for (const id of commandIds) {
      expect(map[id].length).toBeGreaterThan(0);
      for (const chord of map[id]) {
        expect(partsOf(chord)).not.toBeNull();
        expect(lookup(chord)).toBe(id);
      }
    }
  },
);

test('C7: with single keys off only those that write no sign work', () => {
  const lookup = keyLookup(presetKeys('lectoroom', 'linux'), false);
  const working = commandIds.filter((id) => presetKeys('lectoroom', 'linux')[id].some((chord) => lookup(chord) === id));
  expect(working).toEqual([
    'play',
    'short-back',
    'short-forward',
    'start',
    'end',
    'chapter-previous',
    'chapter-next',
    'louder',
    'quieter',
  ]);
  expect(['KeyK', 'Shift+KeyN', 'Digit5', 'Numpad5', 'Comma', 'Shift+Slash'].every(isSingleKey)).toBe(true);
  expect(['Space', 'ArrowUp', 'Home', 'F2', 'Ctrl+ArrowLeft'].some(isSingleKey)).toBe(false);
});

test('C7: what settings hold that makes no sense falls back to the preset, the rest stays', () => {
  const map = keysInForce(
    {
      preset: 'lectoroom',
      changed: { mute: ['KeyX'], captions: ['Nonsense'], 'full-screen': ['Escape'], dance: ['KeyD'] },
    },
    'linux',
  );
  expect([map.mute, map.captions, map['full-screen']]).toEqual([['KeyX'], ['KeyC'], ['KeyF']]);
});

test('C7: a free key is given, a taken one is swapped or taken, and what is as in the preset is not kept', () => {
  const map = keysInForce(usualKeys, 'linux');
  expect(assign(map, { to: 'mute', chord: 'KeyX', replaced: 'KeyM' })).toEqual({ mute: ['KeyX'] });
  expect(assign(map, { to: 'mute', chord: 'KeyK', replaced: 'KeyM' })).toEqual({
    mute: ['KeyK'],
    play: ['Space', 'KeyM'],
  });
  expect(assign(map, { to: 'mute', chord: 'KeyK', replaced: null })).toEqual({
    mute: ['KeyM', 'KeyK'],
    play: ['Space'],
  });
  const swapped = withKeys(usualKeys, assign(map, { to: 'mute', chord: 'KeyK', replaced: 'KeyM' }), 'linux');
  expect(conflictsIn(keysInForce(swapped, 'linux'))).toEqual([]);
  const back = withKeys(swapped, { mute: ['KeyM'], play: ['Space', 'KeyK'] }, 'linux');
  expect(back).toEqual(usualKeys);
});

test('C7: the system’s shortcuts and the window’s keys are refused; chapters alone take Ctrl, on macOS ⌥', () => {
  expect(refusalOf(press({}), false, 'linux')).toBeNull();
  expect(refusalOf(press({ shiftKey: true }), false, 'linux')).toBeNull();
  expect(refusalOf(press({ ctrlKey: true }), false, 'linux')).toBe('system');
  expect(refusalOf(press({ metaKey: true }), true, 'macos')).toBe('system');
  expect(refusalOf(press({ ctrlKey: true, code: 'ArrowLeft' }), false, 'linux')).toBe('system');
  expect(refusalOf(press({ ctrlKey: true, code: 'ArrowLeft' }), true, 'linux')).toBeNull();
  expect(refusalOf(press({ ctrlKey: true, code: 'ArrowLeft' }), true, 'macos')).toBe('system');
  expect(refusalOf(press({ altKey: true, code: 'ArrowLeft' }), true, 'macos')).toBeNull();
  expect(refusalOf(press({ ctrlKey: true }), true, 'linux')).toBe('system');
  for (const code of ['F6', 'Enter', 'Tab', 'Escape', 'MediaPlayPause']) {
    expect(refusalOf(press({ code }), false, 'linux')).toBe('window');
  }
});

test('C7: keys are written as the layout in use writes them', () => {
  const words = ((key: string, values?: { readonly key: string }) =>
    key === 'keys.space' ? 'Space' : `Num ${values?.key ?? ''}`) as unknown as Parameters<typeof chordLabel>[3];
  const none = new Map<string, string>();
  const cyrillic = new Map([
    ['KeyK', 'л'],
    ['Comma', 'б'],
  ]);
  const label = (chord: string, layout = none, platform: Platform = 'linux') =>
    chordLabel(chord, platform, layout, words);
  expect(
    ['KeyK', 'Shift+KeyN', 'Shift+Slash', 'Shift+Comma', 'ArrowLeft', 'Space', 'Numpad5'].map((chord) => label(chord)),
  ).toEqual(['K', 'Shift+N', '?', '<', '←', 'Space', 'Num 5']);
  expect(label('KeyK', cyrillic)).toBe('Л');
  expect(label('Shift+Comma', cyrillic)).toBe('Shift+Б');
  expect([label('Ctrl+ArrowLeft'), label('Alt+ArrowLeft', none, 'macos')]).toEqual(['Ctrl+←', '⌥+←']);
});
