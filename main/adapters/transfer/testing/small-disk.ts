import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A real file system of a few bytes. */
export interface SmallDisk {
  readonly folder: string;
  /** Mounts it again with other options, such as `size=8m` or `ro`. */
  remount(options: string): void;
  readonly close: () => Promise<void>;
}

/** Whether this machine lets us mount one (Linux, as root, not in a narrow container). */
export const canMount = tryMount();

/** Mounts a tmpfs with options such as `size=1m`; only where `canMount`. */
export async function mountSmallDisk(options: string): Promise<SmallDisk> {
  const folder = await mkdtemp(join(tmpdir(), 'small-disk-'));
  mount(['-t', 'tmpfs', '-o', options, 'tmpfs', folder]);
  return {
    folder,
    remount: (options) => mount(['-o', `remount,${options}`, folder]),
    close: async () => {
      execFileSync('umount', ['--lazy', folder]);
      await rm(folder, { recursive: true });
    },
  };
}

function mount(options: readonly string[]): void {
  execFileSync('mount', options, { stdio: 'ignore' });
}

function tryMount(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  try {
    // In a mount namespace of its own: a mere question leaves nothing behind.
    execFileSync('unshare', ['--mount', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
