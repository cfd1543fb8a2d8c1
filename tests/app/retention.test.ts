import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dataKinds, fileKinds, keptKinds } from '../../contract/domain/data-kinds.ts';
import type { DataKind } from '../../contract/domain/data-kinds.ts';
import { defaultSettings } from '../../contract/domain/settings.ts';
import { createMovableClock } from '../support/movable-clock.ts';
import { anna, createAppRig, downloadWhole, firstLectures, signInAnna, valueOf } from '../support/app-rig.ts';
import type { AppRig, RunningApp } from '../support/app-rig.ts';
import { withKeptLibrary } from '../support/open-kept-library.ts';

let rig: AppRig;
beforeEach(async () => {
  rig = await createAppRig();
});
afterEach(() => rig.remove());

const dayMs = 86_400_000;
const historyDays = 30;
/** Where the entries of each kind that ages are, and the moment that counts; a kind of the table that is missing here fails the test. */
const aging: Readonly<Record<string, { readonly table: string; readonly moment: string }>> = {
  history: { table: 'history', moment: 'age_day' },
  searches: { table: 'search_history', moment: 'searched_at_ms' },
  bin: { table: 'bin', moment: 'removed_at_ms' },
};

const tables = Object.values(dataKinds).flatMap(({ library }) => library);

async function rowsOfAll(): Promise<Readonly<Record<string, number>>> {
  return await withKeptLibrary(rig.userDataFolder, anna.password, (database) =>
    Object.fromEntries(
      tables.map((table) => [
        table,
        (database.prepare(`SELECT count(*) AS count FROM "${table}"`).get() as { readonly count: number }).count,
      ]),
    ),
  );
}

async function filled(app: RunningApp): Promise<void> {
  await signInAnna(app);
  valueOf(await app.routes['settings.update']({ historyRetentionDays: historyDays, searchHistory: true }));
  const lectures = await firstLectures(app);
  for (const lectureId of lectures.slice(0, 2)) {
    const watched = [{ startMs: 0, endMs: 60_000 }];
    valueOf(await app.routes['playback.savePosition']({ lectureId, positionMs: 60_000, watched }));
    valueOf(await app.routes['ratings.rate']({ subject: { kind: 'lecture', id: lectureId }, stars: 4 }));
    valueOf(await app.routes['search.remember']({ text: `words of ${lectureId}` }));
    await downloadWhole(app, lectureId, 'audio');
    valueOf(await app.routes['downloads.remove']({ lectureId }));
  }
}

describe('what goes by itself', () => {
  it('G1 E3: exactly the kinds that the table gives days go, each after its own, and of every other nothing', async () => {
    const names = Object.entries<Pick<DataKind, 'keeping'>>(keptKinds)
      .filter(([, { keeping }]) => keeping.until === 'days' || keeping.until === 'setting')
      .map(([name]) => name);
    expect(names.toSorted()).toEqual([...Object.keys(aging), 'logs', 'network'].toSorted());

    const clock = createMovableClock();
    const app = await rig.start({ clock });
    await filled(app);
    const startMs = clock.nowMs();
    await app.stop();
    const before = await rowsOfAll();
    for (const { table } of Object.values(aging)) expect([table, before[table]]).toEqual([table, 2]);

    const { network_requests: requestCount } = before;
    expect(requestCount).toBeGreaterThan(5);
    await withKeptLibrary(rig.userDataFolder, anna.password, (database) => {
      // Of the ledger one request is as old as may be, and one too old.
      const days = defaultSettings.networkRetentionDays;
      const aged = (host: string, ageDays: number, order: string) =>
        database
          .prepare(
            `UPDATE network_requests SET host = ?, age_day = ? WHERE id = (SELECT ${order}(id) FROM network_requests)`,
          )
          .run(host, new Date(startMs - ageDays * dayMs).toISOString().slice(0, 10));
      aged('kept.example', days - 1, 'max');
      aged('gone.example', days + 2, 'min');
    });
    const daysOf = { history: historyDays, searches: dataKinds.searches.keeping.days, bin: dataKinds.bin.keeping.days };
    for (const [name, days] of Object.entries(daysOf).toSorted(([, a], [, b]) => a - b)) {
      const { table, moment } = aging[name] as (typeof aging)[string];
      // One of the two is as old as may be, the other a day and more too old; the rest of the table stands as it was.
      const keptMs = startMs - (days - 1) * dayMs;
      const goneMs = startMs - (days + 2) * dayMs;
      const write = (ms: number) =>
        moment === 'age_day' ? `'${new Date(ms).toISOString().slice(0, 10)}'` : String(ms);
      await withKeptLibrary(rig.userDataFolder, anna.password, (database) => {
        database.exec(`UPDATE ${table} SET ${moment} = ${write(keptMs)};
          UPDATE ${table} SET ${moment} = ${write(goneMs)} WHERE rowid = (SELECT min(rowid) FROM ${table})`);
        if (name === 'bin')
          database.exec(`UPDATE bin SET last_day_from_ms = ${goneMs + dayMs} WHERE removed_at_ms = ${goneMs}`);
      });
    }
    const again = await rig.start({ clock });
    await signInAnna(again);
    await again.until(async () => {
      const [bin, history] = await Promise.all([again.routes['bin.list'](null), again.routes['history.state'](null)]);
      return bin.ok && bin.value.length === 1 && history.ok && history.value.count === 1;
    });
    const searches = await again.routes['search.history'](null);
    expect(valueOf(searches)).toHaveLength(1);
    await again.stop();
    const after = await rowsOfAll();
    const oldHosts = await withKeptLibrary(rig.userDataFolder, anna.password, (database) =>
      database.prepare("SELECT host FROM network_requests WHERE host LIKE '%.example'").all(),
    );
    expect(oldHosts).toEqual([{ host: 'kept.example' }]);
    const agingTables = Object.values(aging).map(({ table }) => table);
    for (const table of agingTables) expect([table, after[table]]).toEqual([table, 1]);
    const personal = Object.values<DataKind>(dataKinds).filter(
      // What belongs to a download goes with it.
      (kind) => kind.personal === true && kind.keeping.until !== 'owner-goes',
    );
    for (const table of personal.flatMap(({ library }) => library).filter((each) => !agingTables.includes(each)))
      expect([table, (after[table] ?? 0) >= (before[table] ?? 0)]).toEqual([table, true]);
  });

  it('G1: the log goes after its days, whether anybody signs in or not', async () => {
    const app = await rig.start();
    await app.stop();
    const folder = join(rig.userDataFolder, 'logs');
    const old = new Date(Date.now() - (fileKinds.logs.keeping.days + 1) * dayMs).toISOString();
    await writeFile(join(folder, 'lectoroom.1.log'), `{"level":30,"time":"${old}","msg":"CANARY"}\n`);
    const again = await rig.start();
    await again.until(async () => !(await readdir(folder)).includes('lectoroom.1.log'));
    await again.stop();
    expect(await readFile(join(folder, 'lectoroom.log'), 'utf8')).not.toContain('CANARY');
  });
});
