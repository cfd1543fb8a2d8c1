import { mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { folderSpace } from './folder-space.ts';

it('D3 D7: the gaps of an unfinished file take no room', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'space-'));
  await writeFile(join(folder, 'whole'), Buffer.alloc(1000, 1));
  const file = await open(join(folder, 'gaps'), 'w');
  await file.write(Buffer.alloc(65_536, 1), 0, 65_536, 50_000_000);
  await file.sync();
  await file.close();
  const space = await folderSpace([folder]);
  await rm(folder, { recursive: true });
  const usedBytes = space.ok ? space.value.usedBytes : 0;
  expect(usedBytes).toBeGreaterThanOrEqual(65_536 + 1000);
  // Where the system has no holes, the gap does take room.
  expect(usedBytes).toBeLessThan(process.platform === 'linux' ? 1_000_000 : 60_000_000);
});
