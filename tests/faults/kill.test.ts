import { describe, expect, it } from 'vitest';
import { mostBytesAgain, runKills } from '../support/kill-bench.ts';

/** `npm run soak -- kill ROUNDS SEED` sets these. */
const kills = Number(process.env['LECTOROOM_KILLS'] ?? 50);
const seed = Number(process.env['LECTOROOM_SEED'] ?? Math.floor(Math.random() * 2 ** 31));
const sizeBytes = 64 * 1024 * 1024;

describe('the whole app, killed while it downloads', () => {
  it(
    `D3 D4: ${kills} times SIGKILL (seed ${seed}): no safe byte is lost or fetched again, every lecture is right, nothing lies in clear`,
    async () => {
      const startedAtMs = performance.now();
      const report = await runKills({ kills, seed, sizeBytes, bytesPerSecond: 8_000_000, death: 'process' });
      const seconds = Math.round((performance.now() - startedAtMs) / 1000);
      process.stdout.write(`kills: ${JSON.stringify({ seed, seconds, ...report })}\n`);
      expect(report.kills).toBe(kills);
      expect(report.againBytes).toBeLessThanOrEqual(kills * mostBytesAgain.process);
      // Most kills hit a download that runs, not one that only begins.
      expect(report.moments.downloading).toBeGreaterThan(kills / 3);
      expect(report.sharedDownloads).toBeGreaterThan(0);
    },
    Math.max(600_000, kills * 15_000),
  );
});
