import { describe, expect, it } from 'vitest';
import { runKills } from '../support/kill-bench.ts';
import { whyNoPowerCut } from '../support/power-disk.ts';

/** `npm run soak -- power ROUNDS SEED` sets these. */
const cuts = Number(process.env['LECTOROOM_POWER_CUTS'] ?? 20);
const seed = Number(process.env['LECTOROOM_SEED'] ?? Math.floor(Math.random() * 2 ** 31));
const sizeBytes = 48 * 1024 * 1024;
const obstacle = await whyNoPowerCut();

const how =
  obstacle === null
    ? 'on a real ext4 without its last log'
    : `NOT shown on this computer, where only the process is killed: ${obstacle}`;

describe('the power goes while the whole app downloads', () => {
  it(
    `D3 D4: ${cuts} times (seed ${seed}; ${how}): no byte that was called safe is lost, every lecture is right`,
    async () => {
      const startedAtMs = performance.now();
      const options = { kills: obstacle === null ? cuts : 1, seed, sizeBytes, bytesPerSecond: 8_000_000 };
      // Where no power can be cut, at least the process is killed once.
      const report = await runKills({ ...options, death: obstacle === null ? 'power' : 'process' });
      const seconds = Math.round((performance.now() - startedAtMs) / 1000);
      process.stdout.write(`power cuts: ${JSON.stringify({ obstacle, seed, seconds, ...report })}\n`);
      expect(report.kills).toBe(options.kills);
      expect(report.sharedDownloads).toBeGreaterThan(obstacle === null ? 0 : -1);
    },
    Math.max(600_000, cuts * 20_000),
  );
});
