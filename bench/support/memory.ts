import { readdirSync, readFileSync } from 'node:fs';

/** Proportional share of memory of a process and its threads, in bytes; 0 where the system does not tell. */
export function pssOf(processId: number): number {
  const text = read(`/proc/${processId}/smaps_rollup`);
  return Number(/^Pss:\s+(\d+) kB/m.exec(text)?.[1] ?? 0) * 1024;
}

/** The same of a process with all that descend from it. */
export function pssOfTree(processId: number): number {
  return treeOf(processId).reduce((sum, each) => sum + pssOf(each), 0);
}

/** A process and all that descend from it (Linux). */
function treeOf(processId: number): readonly number[] {
  const childrenOf = new Map<number, number[]>();
  for (const name of readdirSync('/proc')) {
    // The name of the program, in brackets, may hold anything; the parent is the second word after it.
    const parent = /\) \S (\d+) /.exec(read(`/proc/${name}/stat`))?.[1];
    if (parent === undefined) continue;
    childrenOf.set(Number(parent), [...(childrenOf.get(Number(parent)) ?? []), Number(name)]);
  }
  const tree = [processId];
  for (const each of tree) tree.push(...(childrenOf.get(each) ?? []));
  return tree;
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
