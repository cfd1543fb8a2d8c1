import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** A real ext4 in a file, whose power can be cut: what was not synced is then lost, as the journal was not flushed either. */
export interface PowerDisk {
  readonly folder: string;
  /** EXT4_IOC_SHUTDOWN with EXT4_GOING_FLAGS_NOLOGFLUSH: from now on every call fails, and nothing more reaches the disk. */
  cutPower(): void;
  /** Mounts it again, as after the power came back; whoever had files open must be gone. */
  remount(): Promise<void>;
  close(): Promise<void>;
}

const command = (program: string, ...args: string[]): void => void execFileSync(program, args, { stdio: 'ignore' });
/** `ioctl(folder, EXT4_IOC_SHUTDOWN, &(u32){2})`. */
const shutdown = 'open(my $d, "<", $ARGV[0]) or die; my $flag = pack("L", 2); ioctl($d, 0x8004587d, $flag) or die $!;';

/** Makes one of so many MiB in a file below `holder`; only where `whyNoPowerCut` is null. */
export function openPowerDisk(holder: string, sizeMiB: number): PowerDisk {
  const image = join(holder, 'disk.img');
  const folder = join(holder, 'disk');
  mkdirSync(folder, { recursive: true });
  writeFileSync(image, '');
  truncateSync(image, sizeMiB * 1024 * 1024);
  command('mkfs.ext4', '-q', '-F', image);
  const mount = (): void => command('mount', '-o', 'loop', image, folder);
  mount();

  async function unmount(): Promise<void> {
    for (let tries = 1; ; tries += 1) {
      try {
        return command('umount', folder);
      } catch (error) {
        // The last files of a process that was just killed may still be closing.
        if (tries === 50) throw error;
        await sleep(100);
      }
    }
  }

  return {
    folder,
    cutPower: () => command('perl', '-e', shutdown, folder),
    async remount() {
      await unmount();
      mount();
    },
    close: unmount,
  };
}

/** Why the power of no disk can be cut on this computer, in words; null where it can. */
export async function whyNoPowerCut(): Promise<string | null> {
  if (process.platform !== 'linux') return 'this is not Linux';
  if (process.getuid?.() !== 0) return 'only root may mount a disk';
  const holder = mkdtempSync(join(tmpdir(), 'power-try-'));
  let disk: PowerDisk | null = null;
  try {
    disk = openPowerDisk(holder, 16);
    disk.cutPower();
    return null;
  } catch (error) {
    return `no ext4 can be mounted and shut down here (${error instanceof Error ? (error.message.split('\n', 1)[0] ?? '') : ''})`;
  } finally {
    await disk?.close();
    rmSync(holder, { recursive: true, force: true });
  }
}
