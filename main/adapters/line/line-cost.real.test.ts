import { access, constants, mkdir, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLineCost } from './create-line-cost.ts';
import { startPrivateBus } from './testing/private-bus.ts';
import type { PrivateBus } from './testing/private-bus.ts';

const workerPath = join(import.meta.dirname, 'worker', 'line-worker.ts');

/** The same question on a bus of our own, through each of the programs that can be there. */
describe.runIf(process.platform === 'linux')('D5: NetworkManager over the real D-Bus', () => {
  let bus: PrivateBus;
  let folder: string;
  beforeAll(async () => {
    bus = await startPrivateBus();
    folder = await mkdtemp(join(tmpdir(), 'lectoroom-line-'));
  });
  afterAll(async () => {
    await bus.close();
    await rm(folder, { recursive: true, force: true });
  });

  /** A PATH on which only this program is found. */
  async function only(program: string): Promise<string> {
    const place = join(folder, program);
    for (const candidate of (process.env['PATH'] ?? '').split(delimiter)) {
      const isThere = await access(join(candidate, program), constants.X_OK).then(
        () => true,
        () => false,
      );
      if (!isThere) continue;
      await mkdir(place, { recursive: true });
      await symlink(join(candidate, program), join(place, program));
      return place;
    }
    throw new Error(`${program} is not installed`);
  }

  it.each(['busctl', 'gdbus'])('D5: %s tells what the line costs, and when it is another one', async (program) => {
    const environment = { PATH: await only(program), DBUS_SYSTEM_BUS_ADDRESS: bus.address };
    const line = createLineCost({ workerPath, environment });
    bus.become(1, '/org/freedesktop/NetworkManager/ActiveConnection/1');
    const first = await line.read();
    expect(first.cost).toBe('metered');
    expect(await line.read()).toEqual(first);
    bus.become(4, '/org/freedesktop/NetworkManager/ActiveConnection/2');
    const second = await line.read();
    expect(second.cost).toBe('free');
    expect(second.line).not.toBe(first.line);
    bus.become(0, '/');
    expect((await line.read()).cost).toBe('unknown');
  });

  it('D5: a service that does not answer, and a bus that is not there, are unknown within seconds', async () => {
    bus.become(null, '/');
    const startedAtMs = performance.now();
    const environment = { ...process.env, DBUS_SYSTEM_BUS_ADDRESS: bus.address };
    expect((await createLineCost({ workerPath, environment }).read()).cost).toBe('unknown');
    expect(performance.now() - startedAtMs).toBeLessThan(8000);
    const nowhere = { ...process.env, DBUS_SYSTEM_BUS_ADDRESS: `unix:path=${join(folder, 'none')}` };
    expect((await createLineCost({ workerPath, environment: nowhere }).read()).cost).toBe('unknown');
  });

  it('D5: a worker that cannot start knows nothing, and hurts nobody', async () => {
    const line = createLineCost({ workerPath: join(folder, 'no-such-worker.cjs'), environment: process.env });
    expect(await line.read()).toEqual({ cost: 'unknown', line: '' });
  });
});
