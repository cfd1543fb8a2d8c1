import { arrows, door } from './arrows.ts';
import { a, lines, type Wall } from './wall.ts';

const restrictedGlobal = 'no-restricted-globals';
/** The compiler: a name that this room does not have. */
const noName = ['TS2304', 'TS2584', 'TS2591', 'TS2580'];

/** What a room does not have. */
const globals: readonly Wall[] = [
  a(
    'a DOM global in contract',
    'contract/wall-dom.ts',
    noName,
    '/** Only there to be seen. */',
    'export const used: unknown = document;',
  ),
  a(
    'a Node global in contract',
    'contract/wall-process.ts',
    noName,
    '/** Only there to be seen. */',
    'export const used: unknown = process;',
  ),
  a(
    'a DOM global in main',
    'main/wall-dom.ts',
    noName,
    '/** Only there to be seen. */',
    'export const used: unknown = document;',
  ),
  a(
    'a Node global in renderer',
    'renderer/lib/wall-process.ts',
    noName,
    '/** Only there to be seen. */',
    'export const used: unknown = process;',
  ),
  a(
    'network in renderer',
    'renderer/lib/wall-fetch.ts',
    [restrictedGlobal],
    '/** Only there to be seen. */',
    "export const used = async (): Promise<Response> => await fetch('https://example.org');",
  ),
  a(
    'storage in renderer',
    'renderer/lib/wall-storage.ts',
    [restrictedGlobal],
    '/** Only there to be seen. */',
    "export const used = (): string | null => localStorage.getItem('x');",
  ),
];

/** What the contract's types refuse. */
const incomplete = ['TS2741', 'TS1360', 'TS2345', 'TS2322'];
const contract: readonly Wall[] = [
  a(
    'a request without a route',
    'main/wall-route.ts',
    incomplete,
    "import type { Routes } from './electron/ipc.ts';",
    '',
    '/** Only there to be seen. */',
    "export const used = (rest: Omit<Routes, 'storage.read'>): Routes => rest;",
  ),
  a(
    'a request without a schema',
    'contract/wall-schema.ts',
    incomplete,
    "import { requestSchemas } from './ipc-schemas.ts';",
    '',
    "const { 'storage.read': _missing, ...rest } = requestSchemas;",
    '/** Only there to be seen. */',
    'export const used: typeof requestSchemas = rest;',
  ),
  a(
    'a bare string for a lecture id',
    'main/wall-id.ts',
    incomplete,
    "import type { LectureId } from '../contract/domain/ids.ts';",
    '',
    '/** Only there to be seen. */',
    "export const used: LectureId = 'lecture-1';",
  ),
  a(
    'an error code outside the list',
    'main/wall-code.ts',
    incomplete,
    "import { fail } from '../contract/result.ts';",
    '',
    '/** Only there to be seen. */',
    "export const used = fail('something-went-wrong');",
  ),
];

/** How we write. */
const shape: readonly Wall[] = [
  {
    name: 'an import cycle',
    files: {
      'main/wall-cycle-one.ts': lines(
        "import { two } from './wall-cycle-two.ts';",
        '',
        '/** Only there to be seen. */',
        'export const one = (): number => two();',
      ),
      'main/wall-cycle-two.ts': lines(
        "import { one } from './wall-cycle-one.ts';",
        '',
        '/** Only there to be seen. */',
        'export const two = (): number => one();',
      ),
    },
    seenBy: ['no-cycle'],
  },
  a('any', 'main/wall-any.ts', ['no-explicit-any'], '/** Only there to be seen. */', 'export const used: any = 1;'),
  a(
    'any that comes from outside',
    'main/wall-unsafe.ts',
    ['no-unsafe-member-access'],
    '/** Only there to be seen. */',
    'export const used = (text: string): unknown => JSON.parse(text).name;',
  ),
  a(
    'a floating promise',
    'main/wall-promise.ts',
    ['no-floating-promises'],
    'const work = async (): Promise<void> => await Promise.resolve();',
    '',
    '/** Only there to be seen. */',
    'export const used = (): void => {',
    '  work();',
    '};',
  ),
  a(
    'a switch that forgets a case',
    'main/wall-switch.ts',
    ['switch-exhaustiveness-check', 'TS7030', 'TS2366'],
    '/** Only there to be seen. */',
    "export const used = (state: 'on' | 'off'): number => {",
    '  switch (state) {',
    "    case 'on':",
    '      return 1;',
    '  }',
    '};',
  ),
  a(
    'an unchecked index',
    'main/wall-index.ts',
    ['TS2322'],
    '/** Only there to be seen. */',
    'export const used = (list: readonly string[]): string => list[0];',
  ),
  a(
    '!',
    'main/wall-bang.ts',
    ['no-non-null-assertion'],
    '/** Only there to be seen. */',
    'export const used = (list: readonly string[]): string => list[0]!;',
  ),
  a(
    'an enum',
    'contract/wall-enum.ts',
    ['TS1294'],
    '/** Only there to be seen. */',
    'export enum Used {',
    '  One,',
    '}',
  ),
  a(
    'a default export',
    'main/wall-default.ts',
    ['no-default-export'],
    '/** Only there to be seen. */',
    'export default 1;',
  ),
  a(
    'console.log',
    'main/wall-console.ts',
    ['no-console'],
    '/** Only there to be seen. */',
    "export const used = (): void => console.log('x');",
  ),
  a(
    'a file over 300 lines',
    'main/wall-long.ts',
    ['max-lines'],
    ...Array.from({ length: 301 }, (_, index) => `/** ${String(index)} */`),
    'export const used = 1;',
  ),
];

/** Files that the violations above point at and that break no rule themselves. */
export const innocentFiles: Readonly<Record<string, string>> = {
  'main/features/wall-two/wall-empty.ts': '/** Breaks no rule. */\nexport const nothing = 0;\n',
  'renderer/features/wall-two/wall-empty.ts': '/** Breaks no rule. */\nexport const nothing = 0;\n',
};

/**
 * Every wall of the house, in two rounds: a forbidden import brings the types of Electron and Node along, which would hide from the
 * compiler that a room has neither.
 */
export const rounds: readonly (readonly Wall[])[] = [
  [...globals, ...contract, ...shape],
  [...arrows, ...door],
];
