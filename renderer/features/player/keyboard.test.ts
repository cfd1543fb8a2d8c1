// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { belongsToFocus, commandFor, type KeyPress, type PlayerCommand } from './keyboard.ts';

const press = (part: Partial<KeyPress>): KeyPress => ({
  code: '',
  key: '',
  shiftKey: false,
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  repeat: false,
  ...part,
});

const table: readonly (readonly [string, Partial<KeyPress>, PlayerCommand | null])[] = [
  ['Space', { code: 'Space', key: ' ' }, { kind: 'toggle-play' }],
  ['k', { code: 'KeyK', key: 'k' }, { kind: 'toggle-play' }],
  ['k in a Cyrillic layout', { code: 'KeyK', key: 'л' }, { kind: 'toggle-play' }],
  ['j in a Cyrillic layout', { code: 'KeyJ', key: 'о' }, { kind: 'skip', to: 'back' }],
  ['l held', { code: 'KeyL', key: 'l', repeat: true }, { kind: 'skip', to: 'forward' }],
  ['[ in a Cyrillic layout', { code: 'BracketLeft', key: 'х' }, { kind: 'loop', step: 'a' }],
  [']', { code: 'BracketRight', key: ']' }, { kind: 'loop', step: 'b' }],
  ['\\', { code: 'Backslash', key: '\\' }, { kind: 'loop', step: 'clear' }],
  ['[ held', { code: 'BracketLeft', key: '[', repeat: true }, null],
  ['←', { code: 'ArrowLeft', key: 'ArrowLeft' }, { kind: 'seek-by', ms: -5000 }],
  ['→ held', { code: 'ArrowRight', key: 'ArrowRight', repeat: true }, { kind: 'seek-by', ms: 5000 }],
  ['↑', { code: 'ArrowUp', key: 'ArrowUp' }, { kind: 'volume-by', step: 0.05 }],
  ['m', { code: 'KeyM', key: 'ь' }, { kind: 'mute' }],
  ['m held', { code: 'KeyM', key: 'm', repeat: true }, null],
  ['f', { code: 'KeyF', key: 'а' }, { kind: 'full-screen' }],
  ['c', { code: 'KeyC', key: 'с' }, { kind: 'captions' }],
  ['i', { code: 'KeyI', key: 'ш' }, { kind: 'picture' }],
  ['0', { code: 'Digit0', key: '0' }, { kind: 'seek-share', share: 0 }],
  ['9', { code: 'Digit9', key: '9' }, { kind: 'seek-share', share: 0.9 }],
  ['numpad 5', { code: 'Numpad5', key: '5' }, { kind: 'seek-share', share: 0.5 }],
  [',', { code: 'Comma', key: 'б' }, { kind: 'frame', by: -1 }],
  ['.', { code: 'Period', key: 'ю' }, { kind: 'frame', by: 1 }],
  ['<', { code: 'Comma', key: '<', shiftKey: true }, { kind: 'rate-by', step: -0.25 }],
  ['> in a Cyrillic layout', { code: 'Period', key: 'Ю', shiftKey: true }, { kind: 'rate-by', step: 0.25 }],
  ['Home', { code: 'Home', key: 'Home' }, { kind: 'seek-share', share: 0 }],
  ['End', { code: 'End', key: 'End' }, { kind: 'seek-share', share: 1 }],
  ['Shift+N', { code: 'KeyN', key: 'Т', shiftKey: true }, { kind: 'lecture', to: 'next' }],
  ['Shift+P', { code: 'KeyP', key: 'P', shiftKey: true }, { kind: 'lecture', to: 'previous' }],
  ['n', { code: 'KeyN', key: 'n' }, { kind: 'add-note', what: 'note' }],
  ['n in a Cyrillic layout', { code: 'KeyN', key: 'т' }, { kind: 'add-note', what: 'note' }],
  ['n held', { code: 'KeyN', key: 'n', repeat: true }, null],
  ['b', { code: 'KeyB', key: 'и' }, { kind: 'add-note', what: 'bookmark' }],
  ['t', { code: 'KeyT', key: 'е' }, { kind: 'theatre' }],
  ['Shift+I', { code: 'KeyI', key: 'Ш', shiftKey: true }, { kind: 'mini' }],
  ['Shift+S', { code: 'KeyS', key: 'Ы', shiftKey: true }, { kind: 'sleep' }],
  ['? in a Cyrillic layout, where it lies on 7', { code: 'Digit7', key: '?', shiftKey: true }, { kind: 'help' }],
  ['< on a key of its own', { code: 'IntlBackslash', key: '<' }, { kind: 'rate-by', step: -0.25 }],
  ['?', { code: 'Slash', key: '?', shiftKey: true }, { kind: 'help' }],
  ['? where it lies on 7', { code: 'Digit7', key: '?', shiftKey: true }, { kind: 'help' }],
  ['Ctrl+→', { code: 'ArrowRight', key: 'ArrowRight', ctrlKey: true }, { kind: 'chapter', to: 'next' }],
  ['Alt+←, the way back', { code: 'ArrowLeft', key: 'ArrowLeft', altKey: true }, null],
  ['Ctrl+K', { code: 'KeyK', key: 'k', ctrlKey: true }, null],
  ['⌘F', { code: 'KeyF', key: 'f', metaKey: true }, null],
  ['Alt+M', { code: 'KeyM', key: 'm', altKey: true }, null],
  ['Shift+K', { code: 'KeyK', key: 'K', shiftKey: true }, null],
  ['Tab', { code: 'Tab', key: 'Tab' }, null],
];

test.each(table)('C7: %s', (_name, part, command) => {
  expect(commandFor(press(part), 'linux')).toEqual(command);
});

test('C7: on macOS chapters are on ⌥ and Ctrl is foreign', () => {
  expect(commandFor(press({ code: 'ArrowLeft', altKey: true }), 'macos')).toEqual({ kind: 'chapter', to: 'previous' });
  expect(commandFor(press({ code: 'ArrowLeft', ctrlKey: true }), 'macos')).toBeNull();
});

test('C7: text fields, menus, dialogs and a focused button keep their keys', () => {
  document.body.innerHTML =
    '<input id="text"><input id="range" type="range"><button id="button">b</button><div role="menu"><i id="menu"></i></div>' +
    '<div role="dialog"><i id="dialog"></i></div><div role="tablist"><i id="tab"></i></div><p id="free"></p><div contenteditable="plaintext-only"><b id="editor"></b></div><i role="searchbox" id="box"></i>';
  const at = (id: string): HTMLElement | null => document.getElementById(id);
  expect(belongsToFocus('KeyK', at('text'))).toBe(true);
  expect(belongsToFocus('KeyK', at('editor'))).toBe(true);
  expect(belongsToFocus('KeyK', at('box'))).toBe(true);
  expect(belongsToFocus('KeyK', at('menu'))).toBe(true);
  expect(belongsToFocus('KeyK', at('dialog'))).toBe(true);
  expect(belongsToFocus('Space', at('button'))).toBe(true);
  expect(belongsToFocus('KeyK', at('button'))).toBe(false);
  expect(belongsToFocus('ArrowUp', at('range'))).toBe(true);
  expect(belongsToFocus('KeyM', at('range'))).toBe(false);
  expect(belongsToFocus('ArrowLeft', at('tab'))).toBe(true);
  expect(belongsToFocus('Space', at('free'))).toBe(false);
});
