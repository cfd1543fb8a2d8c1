/** One thing that the house forbids, as a file that does it. */
export interface Wall {
  /** What is forbidden, in words. */
  readonly name: string;
  /** Files of the violation: path in the project -> text. */
  readonly files: Readonly<Record<string, string>>;
  /** Which rules may see it: of oxlint (`no-restricted-imports`) or of the compiler (`TS2307`). One is enough. */
  readonly seenBy: readonly string[];
}

const lines = (...text: readonly string[]) => `${text.join('\n')}\n`;
const importing = (from: string) =>
  lines(
    `import * as forbidden from '${from}';`,
    '',
    '/** Only there to be seen. */',
    'export const used: unknown = forbidden;',
  );

const restricted = 'no-restricted-imports';
const restrictedGlobal = 'no-restricted-globals';
/** The compiler: a file of another room, a module or a name that this room does not have. */
const foreignFile = 'TS6307';
const noModule = ['TS2307', 'TS2591', 'TS2580'];
const noName = ['TS2304', 'TS2584', 'TS2591', 'TS2580'];

const anImport = (
  name: string,
  path: string,
  from: string,
  seenBy: readonly string[] = [restricted, foreignFile],
): Wall => ({
  name,
  files: { [path]: importing(from) },
  seenBy,
});

/** Who may import whom. */
const arrows: readonly Wall[] = [
  anImport('renderer -> main', 'renderer/lib/wall-main.ts', '../../main/ports.ts'),
  anImport('renderer -> service', 'renderer/lib/wall-service.ts', '../../service/clock.ts'),
  anImport('renderer -> preload', 'renderer/lib/wall-preload.ts', '../../preload/index.ts'),
  anImport('renderer -> node:fs', 'renderer/lib/wall-node.ts', 'node:fs', [restricted, ...noModule]),
  anImport('renderer -> fs, without node:', 'renderer/lib/wall-bare-node.ts', 'fs', [
    restricted,
    'prefer-node-protocol',
    ...noModule,
  ]),
  anImport('renderer -> electron', 'renderer/lib/wall-electron.ts', 'electron', [restricted]),
  anImport('a building block -> a screen', 'renderer/ui/wall-screen.ts', '../features/wall-one/wall-screen-two.ts'),
  anImport('a screen -> another screen', 'renderer/features/wall-one/wall-screen-two.ts', '../wall-two/wall-empty.ts'),
  anImport('contract -> node:fs', 'contract/wall-node.ts', 'node:fs', [restricted, ...noModule]),
  anImport('contract -> electron', 'contract/wall-electron.ts', 'electron', [restricted]),
  anImport('contract -> main', 'contract/wall-main.ts', '../main/ports.ts'),
  anImport('preload -> main', 'preload/wall-main.ts', '../main/ports.ts'),
  anImport('preload -> node:fs', 'preload/wall-node.ts', 'node:fs', [restricted, ...noModule]),
  anImport(
    'feature -> adapter',
    'main/features/wall-one/wall-adapter.ts',
    '../../adapters/keychain/keytar-secret-store.ts',
  ),
  anImport('feature -> electron', 'main/features/wall-one/wall-electron.ts', 'electron', [restricted]),
  anImport('feature -> electron/main', 'main/features/wall-one/wall-electron-main.ts', 'electron/main', [restricted]),
  anImport('feature -> node:fs', 'main/features/wall-one/wall-node.ts', 'node:fs', [restricted]),
  anImport('feature -> fs, without node:', 'main/features/wall-one/wall-bare-node.ts', 'fs', [
    restricted,
    'prefer-node-protocol',
  ]),
  anImport('feature -> other feature', 'main/features/wall-one/wall-feature.ts', '../wall-two/wall-empty.ts'),
  anImport('feature -> compose', 'main/features/wall-one/wall-compose.ts', '../../compose.ts'),
  anImport('adapter -> feature', 'main/adapters/wall-one/wall-feature.ts', '../../features/wall-two/wall-empty.ts'),
  anImport('adapter -> electron', 'main/adapters/wall-one/wall-electron.ts', 'electron', [restricted]),
  anImport('adapter -> compose', 'main/adapters/wall-one/wall-compose.ts', '../../compose.ts'),
  anImport('anything but index -> compose', 'main/wall-compose.ts', './compose.ts'),
  anImport('main, outside electron/ -> electron', 'main/wall-electron.ts', 'electron', [restricted]),
  anImport('main, outside electron/ -> electron/main', 'main/wall-electron-main.ts', 'electron/main', [restricted]),
  anImport('main -> service', 'main/wall-service.ts', '../service/clock.ts'),
  anImport('main -> renderer', 'main/wall-renderer.ts', '../renderer/lib/api.ts'),
  anImport('electron/ -> feature', 'main/electron/wall-feature.ts', '../features/wall-two/wall-empty.ts'),
  anImport('service -> main', 'service/wall-main.ts', '../main/ports.ts'),
  anImport('service -> electron', 'service/wall-electron.ts', 'electron', [restricted]),
  {
    name: 'feature -> adapter, by import()',
    files: {
      'main/features/wall-one/wall-dynamic.ts': lines(
        '/** Only there to be seen. */',
        "export const used = async (): Promise<unknown> => await import('../../adapters/keychain/keytar-secret-store.ts');",
      ),
    },
    seenBy: [restricted, 'no-restricted-syntax', foreignFile],
  },
  {
    name: 'renderer -> main, by import()',
    files: {
      'renderer/lib/wall-dynamic.ts': lines(
        '/** Only there to be seen. */',
        "export const used = async (): Promise<unknown> => await import('../../main/ports.ts');",
      ),
    },
    seenBy: [restricted, foreignFile],
  },
];

const ipc = (name: 'ipcMain' | 'ipcRenderer', path: string): Wall => ({
  name: `raw ${name} in ${path.slice(0, path.lastIndexOf('/'))}/`,
  files: {
    [path]: lines(
      `import { ${name} } from 'electron';`,
      '',
      '/** Only there to be seen. */',
      `export const used: unknown = ${name};`,
    ),
  },
  seenBy: [restricted],
});

/** The one door between the processes. */
const door: readonly Wall[] = [
  ipc('ipcMain', 'main/wall-ipc.ts'),
  ipc('ipcMain', 'main/electron/wall-ipc.ts'),
  ipc('ipcRenderer', 'renderer/lib/wall-ipc.ts'),
  ipc('ipcRenderer', 'main/electron/wall-ipc-renderer.ts'),
];

const a = (name: string, path: string, seenBy: readonly string[], ...text: readonly string[]): Wall => ({
  name,
  files: { [path]: lines(...text) },
  seenBy,
});

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
  [...globals, ...shape],
  [...arrows, ...door],
];
