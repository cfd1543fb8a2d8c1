import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { parseMountInfo, type Volume } from './volumes.ts';

/** What is mounted now; empty where nobody can tell. */
export async function mountedVolumes(platform: NodeJS.Platform): Promise<readonly Volume[]> {
  switch (platform) {
    case 'linux':
      return parseMountInfo(await readFile('/proc/self/mountinfo', 'utf8').catch(() => ''));
    case 'darwin':
      return [{ root: '/', isDrive: true }, ...(await macVolumes())];
    case 'win32':
      return lettersInUse();
    default:
      return [];
  }
}

async function macVolumes(): Promise<readonly Volume[]> {
  const holder = '/Volumes';
  const names = await readdir(holder, { withFileTypes: true }).catch(() => []);
  // The name of the system's own volume is a link to `/`.
  return names.filter((name) => name.isDirectory()).map(({ name }) => ({ root: join(holder, name), isDrive: true }));
}

async function lettersInUse(): Promise<readonly Volume[]> {
  const roots = Array.from({ length: 26 }, (_, at) => `${String.fromCodePoint(65 + at)}:\\`);
  const found = await Promise.all(
    roots.map((root) =>
      stat(root).then(
        () => [{ root, isDrive: true }],
        () => [],
      ),
    ),
  );
  return found.flat();
}
