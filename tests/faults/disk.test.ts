import { afterEach, describe, expect, it } from 'vitest';
import { openLrmReader, plainRangeOfRun } from '../../main/adapters/files/lrm/index.ts';
import { canMount, mountSmallDisk } from '../../main/adapters/transfer/testing/small-disk.ts';
import {
  isThere,
  makePayload,
  openTransferScene,
  segmentSizeBytes as segment,
} from '../../main/adapters/transfer/testing/transfer-scene.ts';
import type { TransferScene } from '../../main/adapters/transfer/testing/transfer-scene.ts';
import { fullDisk, readOnlyDisk } from '../../main/adapters/transfer/testing/trouble-disks.ts';
import { childProcesses, leftOpenIsSeen, openFilesBelow } from '../support/left-open.ts';
import { callCases, placeCases, sizeBytes } from './disk-cases.ts';
import type { DiskCase } from './disk-cases.ts';

const cleanUps: (() => Promise<unknown>)[] = [];
const rejections: unknown[] = [];
process.on('unhandledRejection', (reason) => rejections.push(reason));

afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).toReversed()) await cleanUp();
});

async function openScene(folder?: string, bytes = makePayload(sizeBytes)): Promise<TransferScene> {
  const scene = await openTransferScene(bytes, folder);
  cleanUps.push(() => scene.close());
  return scene;
}

/** Bytes of the unfinished file that are on the disk up to its first gap; each of them right. */
async function heldOf(scene: TransferScene): Promise<number> {
  const held = (await scene.held('unfinished')) ?? Buffer.alloc(0);
  expect(Buffer.from(scene.payload.subarray(0, held.byteLength)).equals(held)).toBe(true);
  return held.byteLength;
}

/** Bytes of the unfinished file that are not there: behind a segment that could not be written lie others that could. */
async function missingOf({ paths, mediaKey, payload }: TransferScene): Promise<number> {
  const opened = await openLrmReader({ path: paths.unfinished, mediaKey, allowIncomplete: true });
  if (!opened.ok) return payload.byteLength;
  const { layout } = opened.value.info;
  const scan = await opened.value.verify();
  await opened.value.close();
  if (!scan.ok) return payload.byteLength;
  const ranges = scan.value.missing.map((run) => plainRangeOfRun(layout, run));
  return ranges.reduce((sum, { startByte, endByteExclusive }) => sum + endByteExclusive - startByte, 0);
}

function expectNothingLeft(scene: TransferScene): void {
  expect(openFilesBelow(scene.downloadFolder)).toEqual([]);
  expect(childProcesses()).toEqual([]);
  expect(rejections).toEqual([]);
}

/** The next attempt fetches what is not there and nothing else, and the lecture is right. */
async function expectRestComes(scene: TransferScene, missingBytes: number): Promise<void> {
  const sentBefore = scene.sentBytes();
  expect((await scene.run()).code).toBe('ok');
  expect(scene.sentBytes() - sentBefore).toBe(missingBytes);
  expect(await scene.held('finished')).toEqual(Buffer.from(scene.payload));
  expect(await isThere(scene.paths.unfinished)).toBe(false);
  expectNothingLeft(scene);
}

async function expectOutcome(one: DiskCase): Promise<void> {
  const scene = await openScene();
  if (one.resumeAfter !== undefined) await scene.run([{ kind: 'cut', afterBytes: one.resumeAfter }]);
  await one.hurt?.(scene);
  let pieces = 0;
  const onPiece = (): void => {
    pieces += 1;
    if (pieces === 4) one.meanwhile?.(scene);
  };
  const slow = { kind: 'slow', pieceBytes: segment, everyMs: 4, onPiece } as const;
  const openFile = one.disk?.();
  const outcome = await scene.run(
    one.meanwhile === undefined ? [] : [slow],
    openFile === undefined ? {} : { openFile },
  );
  expect(outcome.code).toBe(one.code);
  expectNothingLeft(scene);
  const held = one.code === 'ok' ? sizeBytes : await heldOf(scene);
  expect(held).toBe(one.holds ?? held);
  const missing = one.code === 'ok' ? 0 : await missingOf(scene);
  await one.heal?.(scene);
  await expectRestComes(scene, missing);
}

describe.each([
  ['what the system says', callCases],
  ['what lies where', placeCases],
])(`a misbehaving disk, %s (${leftOpenIsSeen})`, (_kind, cases) => {
  it.each(cases.map((one) => [one.title, one.code, one] as const))(
    'D3 D4 D7: %s → %s, and the next attempt brings the lecture',
    (_title, _code, one) => expectOutcome(one),
  );
});

const howReal = canMount ? 'a real tmpfs of few inodes' : 'NOT shown on this computer, where nothing can be mounted';

describe(`a misbehaving disk, whole (${canMount ? 'real small disks' : 'no disk can be mounted on this computer: faults are made up'})`, () => {
  it(`D7: ${fullDisk.title} → disk-full, and it goes on where it was when there is room`, async () => {
    const disk = await fullDisk.open();
    cleanUps.push(() => disk.close());
    const scene = await openScene(disk.folder, makePayload(2_500_000));
    const outcome = await scene.run([], { segmentSizeBytes: 65_536, openFile: disk.openFile });
    expect(outcome.code).toBe('disk-full');
    const held = await heldOf(scene);
    expect(held).toBeGreaterThan(10 * 65_536);
    const missing = await missingOf(scene);
    await disk.heal(scene.paths.folder);
    await expectRestComes(scene, missing);
  });

  it(`D6: ${readOnlyDisk.title} → folder-read-only, and what is on it stays`, async () => {
    const disk = await readOnlyDisk.open();
    cleanUps.push(() => disk.close());
    const scene = await openScene(disk.folder);
    await scene.run([{ kind: 'cut', afterBytes: 5 * segment }]);
    await disk.hurt(scene.paths.folder);
    const outcome = await scene.run([], { openFile: disk.openFile });
    await disk.heal(scene.paths.folder);
    expect(outcome.code).toBe('folder-read-only');
    await expectRestComes(scene, await missingOf(scene));
  });

  it(`D7: a disk without room for another name is disk-full, and it works when there is (${howReal})`, async () => {
    const disk = canMount ? await mountSmallDisk('size=8m,nr_inodes=3') : null;
    if (disk !== null) cleanUps.push(() => disk.close());
    const scene = await openScene(disk?.folder);
    expect((await scene.run()).code).toBe(disk === null ? 'ok' : 'disk-full');
    disk?.remount('nr_inodes=100');
    expect((await scene.run()).code).toBe('ok');
    expectNothingLeft(scene);
  });
});
