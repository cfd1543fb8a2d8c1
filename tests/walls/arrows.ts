import { lines, type Wall } from './wall.ts';

const importing = (from: string) =>
  lines(
    `import * as forbidden from '${from}';`,
    '',
    '/** Only there to be seen. */',
    'export const used: unknown = forbidden;',
  );

const restricted = 'no-restricted-imports';
/** The compiler: a file of another room, a module or a name that this room does not have. */
const foreignFile = 'TS6307';
const noModule = ['TS2307', 'TS2591', 'TS2580'];

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
export const arrows: readonly Wall[] = [
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
  anImport(
    'a part of a screen -> another screen',
    'renderer/features/wall-one/part/wall-part.ts',
    '../../wall-two/wall-empty.ts',
  ),
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
export const door: readonly Wall[] = [
  ipc('ipcMain', 'main/wall-ipc.ts'),
  ipc('ipcMain', 'main/electron/wall-ipc.ts'),
  ipc('ipcRenderer', 'renderer/lib/wall-ipc.ts'),
  ipc('ipcRenderer', 'main/electron/wall-ipc-renderer.ts'),
];
