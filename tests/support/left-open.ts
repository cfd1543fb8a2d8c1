import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

/** Says, as part of a title, whether this system shows a process's open files. */
export const leftOpenIsSeen =
  process.platform === 'linux'
    ? 'open files and processes are counted in /proc'
    : 'this system does not show open files: they are not counted here';

/** The files below a folder that this process, with all its threads, holds open; nothing where the system does not tell. */
export function openFilesBelow(folder: string): readonly string[] {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc/self/fd').flatMap((name) => {
    try {
      const path = readlinkSync(`/proc/self/fd/${name}`);
      return path.startsWith(folder) ? [path] : [];
    } catch {
      // Closed since the list was read.
      return [];
    }
  });
}

/** The ids of the processes that this one has started and that still run; nothing where the system does not tell. */
export function childProcesses(): readonly string[] {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc/self/task').flatMap((thread) => {
    try {
      const text = readFileSync(`/proc/self/task/${thread}/children`, 'utf8').trim();
      return text === '' ? [] : text.split(' ');
    } catch {
      return [];
    }
  });
}
