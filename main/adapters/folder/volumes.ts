import { posix, win32 } from 'node:path';

/** A mounted file system. */
export interface Volume {
  /** Its root: a mount point, or `E:\`. */
  readonly root: string;
  /** Whether a drive may come back here: memory, the kernel's own and the network's file systems are not drives. */
  readonly isDrive: boolean;
}

const removableRoots = ['/media/', '/run/media/', '/mnt/'];

/** The mounts of `/proc/self/mountinfo` (proc(5)), the last one where several lie on each other. */
export function parseMountInfo(text: string): readonly Volume[] {
  const volumes = new Map<string, Volume>();
  for (const line of text.split('\n')) {
    const [before, after] = line.split(' - ');
    const root = unescaped(before?.split(' ')[4] ?? '');
    const source = unescaped(after?.split(' ')[1] ?? '');
    if (root === '') continue;
    const isDrive = source.startsWith('/dev/') || removableRoots.some((holder) => root.startsWith(holder));
    volumes.set(root, { root, isDrive });
  }
  return [...volumes.values()];
}

/** Spaces and the like stand as octal numbers there. */
function unescaped(text: string): string {
  return text.replaceAll(/\\([0-7]{3})/g, (_, octal: string) => String.fromCodePoint(Number.parseInt(octal, 8)));
}

/** The root of the volume that a path is on: the longest one above it. */
export function volumeOf(path: string, volumes: readonly Volume[], platform: NodeJS.Platform): string {
  const { relative, isAbsolute, parse } = pathsOf(platform);
  const above = volumes.filter(({ root }) => {
    const rest = relative(root, path);
    return rest !== '..' && !/^\.\.[\\/]/.test(rest) && !isAbsolute(rest);
  });
  const longest = above.toSorted((one, other) => other.root.length - one.root.length)[0];
  return longest?.root ?? parse(path).root;
}

/** Where a folder may be now: in the same place of every other drive, the drive it was on left out. */
export function candidatesOf(
  place: { readonly path: string; readonly volume: string },
  volumes: readonly Volume[],
  platform: NodeJS.Platform,
): readonly { readonly path: string; readonly volume: string }[] {
  const { relative, join } = pathsOf(platform);
  const inside = relative(place.volume, place.path);
  return volumes
    .filter(({ root, isDrive }) => isDrive && root !== place.volume)
    .map(({ root }) => ({ volume: root, path: join(root, inside) }));
}

/** What people call the drive; null when it is the one with the home folder. */
export function driveNameOf(volume: string, homeVolume: string, platform: NodeJS.Platform): string | null {
  if (volume === homeVolume) return null;
  const name = platform === 'win32' ? volume.slice(0, 2) : posix.basename(volume);
  return name === '' ? null : name;
}

function pathsOf(platform: NodeJS.Platform): typeof posix {
  return platform === 'win32' ? win32 : posix;
}
