import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { expect } from 'vitest';
import type { DownloadJob } from './download-process.ts';

const script = resolve(import.meta.dirname, 'download-process.ts');

/** When an app died: before the first byte, while bytes came, or after it had said that all is there. */
export type Moment = 'starting' | 'downloading' | 'complete';

/** When to kill: so long after the process began, or after its first byte. */
export interface KillPlan {
  readonly after: 'start' | 'first byte';
  readonly delayMs: number;
}

/** Draws a plan: mostly while bytes come, `longestMs` after the first of them at most, sometimes while the app only begins. */
export function killPlan(random: () => number, longestMs: number): KillPlan {
  return random() < 0.2
    ? { after: 'start', delayMs: random() * 2000 }
    : { after: 'first byte', delayMs: random() * longestMs };
}

/** Runs the app until the plan, or its own word that the lecture is complete, ends it; `strike` comes right before the SIGKILL. */
export async function liveAndDie(
  job: DownloadJob,
  plan: KillPlan | null,
  strike: (() => void) | null = null,
): Promise<{ readonly moment: Moment; readonly safeBytes: number }> {
  const child = spawn(process.execPath, [script, JSON.stringify(job)], { stdio: ['ignore', 'pipe', 'inherit'] });
  const closed = once(child, 'close');
  let isOver = false;
  const kill = (): void => {
    if (isOver || child.exitCode !== null) return;
    isOver = true;
    strike?.();
    child.kill('SIGKILL');
  };
  const timers: NodeJS.Timeout[] = [];
  if (plan?.after === 'start') timers.push(setTimeout(kill, plan.delayMs));
  let moment: Moment = 'starting';
  let safeBytes = 0;
  let trouble: string | null = null;
  for await (const line of createInterface({ input: child.stdout })) {
    // Whatever it meets on a disk that has lost its power already, no person would ever see.
    if (line.startsWith('defect') && !(isOver && strike !== null)) trouble = line;
    // What else it says after its end is not a promise any more.
    if (isOver) continue;
    const safe = /^safe (\d+)$/.exec(line)?.[1];
    if (safe !== undefined) {
      safeBytes = Math.max(safeBytes, Number(safe));
      if (moment === 'starting' && plan?.after === 'first byte') timers.push(setTimeout(kill, plan.delayMs));
      if (moment === 'starting') moment = 'downloading';
    } else if (line === 'complete') {
      moment = 'complete';
      kill();
    } else if (/^(?:failed|refused)/.test(line)) {
      trouble = line;
      kill();
    }
  }
  await closed;
  for (const timer of timers) clearTimeout(timer);
  expect(trouble).toBeNull();
  // On a disk without power it may have ended a moment before the signal came.
  expect(isOver).toBe(true);
  return { moment, safeBytes };
}
