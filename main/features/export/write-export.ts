import type { PersonalData } from '../../../contract/api/personal-data.ts';
import type { DataKindName } from '../../../contract/domain/data-kinds.ts';
import type { ExportWords } from '../../../contract/domain/export.ts';
import { fail, type Result } from '../../../contract/result.ts';
import { csvBeginning, csvLine } from '../../csv/csv-line.ts';
import type {
  ArchiveFile,
  ExportForm,
  ExportPage,
  ExportSource,
  ExportTable,
  WrittenArchive,
} from '../../export-ports.ts';
import { bytesOf, dataHead, dataTail, type ExportOwner, group, table as tableText } from './data-text.ts';
import { pageEnd, pageHead, pageRows, partHead, tableEnd, tableHead } from './index-page.ts';
import { notIncluded } from './not-included.ts';
import { schemaOf } from './schema.ts';
import { type ServiceTable, serviceTables } from './service-tables.ts';

/** So many rows are read in one call: whoever waits behind it waits some milliseconds. */
const rowsInPage = 1000;
/** So many rows of each table are on the readable page. */
const rowsToRead = 200;

/** The tables of one of the two files, and how they are read. */
export interface ExportPlace {
  readonly name: 'library' | 'computer';
  readonly source: ExportSource;
  readonly tables: readonly ExportTable[];
}

/** Everything that goes into an export. */
export interface ExportContent {
  readonly places: readonly ExportPlace[];
  readonly owner: ExportOwner;
  readonly exportedAt: string;
  readonly appVersion: string;
  readonly service: PersonalData | null;
  /** Why the service's part is missing. */
  readonly serviceMissing: string | null;
  readonly words: ExportWords;
}

/** Told for each page of rows. */
export interface ExportWatch {
  isStopped(): boolean;
  onRows(kind: DataKindName, rowCount: number): void;
}

/** Ends an export early: an answer of what it asks that is no success. */
class Ended extends Error {
  readonly result: ReturnType<typeof fail>;
  constructor(result: ReturnType<typeof fail>) {
    super('ended');
    this.result = result;
  }
}

/** Writes everything into a ZIP, page by page. */
export async function writeExport(
  file: ArchiveFile,
  content: ExportContent,
  watch: ExportWatch,
): Promise<Result<WrittenArchive>> {
  const write = createWriting(file, watch);
  try {
    await writeData(write, content);
    await write.file('schema.json', schemaOf(tablesOf(content, 'library'), tablesOf(content, 'computer')));
    await writeTables(write, content);
    const left = notIncluded(content.words);
    await write.file('not-included.json', `${JSON.stringify(left, null, 2)}\n`);
    await writePage(write, content);
    return await file.finish();
  } catch (error) {
    if (error instanceof Ended) return error.result;
    throw error;
  }
}

function tablesOf({ places }: ExportContent, place: ExportPlace['name']): readonly ExportTable[] {
  return places.find(({ name }) => name === place)?.tables ?? [];
}

interface Writing {
  begin(name: string): Promise<void>;
  text(text: string): Promise<void>;
  file(name: string, text: string): Promise<void>;
  rows(source: ExportSource, table: ExportTable, form: ExportForm, most?: number): Promise<void>;
}

function createWriting(file: ArchiveFile, watch: ExportWatch): Writing {
  function must<T>(result: Result<T>): T {
    if (watch.isStopped()) throw new Ended(fail('cancelled'));
    if (!result.ok) throw new Ended(result);
    return result.value;
  }
  const begin = async (name: string): Promise<void> => void must(await file.begin(name));
  const text = async (words: string): Promise<void> => void must(await file.append(bytesOf(words)));
  return {
    begin,
    text,
    async file(name, words) {
      await begin(name);
      await text(words);
    },
    async rows(source, table, form, most = Infinity) {
      const limit = Math.min(rowsInPage, most);
      const read = (after: readonly (string | number)[] | null) =>
        source.page({ table: table.name, form, after, limit });
      for (let reading: ReturnType<typeof read> | null = read(null); reading !== null;) {
        const page: ExportPage = must(await reading);
        // The next page is read while this one is packed.
        reading = page.next === null || most !== Infinity ? null : read(page.next);
        const appended = await file.append(page.bytes);
        if (!appended.ok || watch.isStopped()) await reading;
        must(appended);
        if (form !== 'html') watch.onRows(table.kind, page.rowCount);
      }
    },
  };
}

async function writeData(write: Writing, content: ExportContent): Promise<void> {
  await write.begin('data.json');
  await write.text(dataHead({ ...content, account: content.owner }));
  for (const { name, source, tables } of content.places) {
    await write.text(group.begins(name));
    for (const [index, table] of tables.entries()) {
      await write.text(tableText.begins(table.name, index === 0));
      await write.rows(source, table, 'json');
      await write.text(tableText.ends);
    }
    await write.text(group.ends);
  }
  await write.text(dataTail(content.service, content.serviceMissing));
}

const csvPath = (folder: string, table: string): string => `csv/${folder}/${table}.csv`;
/** Some tables are in both files: those of the computer say so. */
const tablePath = (place: ExportPlace['name'], { kind, name }: ExportTable): string =>
  csvPath(kind, place === 'computer' ? `computer-${name}` : name);

async function writeTables(write: Writing, { places, service }: ExportContent): Promise<void> {
  for (const { name, source, tables } of places) {
    for (const table of tables) {
      await write.begin(tablePath(name, table));
      await write.text(csvBeginning + csvLine(table.columns.map(({ name }) => name)));
      await write.rows(source, table, 'csv');
    }
  }
  for (const { name, columns, rows } of service === null ? [] : serviceTables(service)) {
    await write.file(csvPath('service', name), csvBeginning + [columns, ...rows].map((row) => csvLine(row)).join(''));
  }
}

async function writePage(write: Writing, content: ExportContent): Promise<void> {
  const { words, places, owner, exportedAt, service } = content;
  await write.begin('index.html');
  await write.text(pageHead(words, owner, exportedAt) + partHead(words.onThisComputer));
  for (const { name, source, tables } of places) {
    for (const table of tables) {
      const shown = {
        title: words.kinds[table.kind] ?? table.kind,
        name: table.name.replaceAll('_', ' '),
        columns: table.columns.map(({ name }) => name),
        rowCount: table.rowCount,
        shownCount: Math.min(rowsToRead, table.rowCount),
        href: tablePath(name, table),
      };
      await write.text(tableHead(words, shown));
      if (table.rowCount > 0) await write.rows(source, table, 'html', rowsToRead);
      await write.text(tableEnd(shown));
    }
  }
  await write.text(partHead(words.atTheService) + serviceText(words, service === null ? null : serviceTables(service)));
  await write.text(pageEnd(words, notIncluded(words)));
}

function serviceText(words: ExportWords, tables: readonly ServiceTable[] | null): string {
  if (tables === null) return `<p>${words.serviceMissing.replace(/[&<>]/gu, '')}</p>\n`;
  return tables
    .map(({ name, columns, rows }) => {
      const shown = { title: name, name, columns, rowCount: rows.length, shownCount: rowsToRead };
      const table = { ...shown, href: csvPath('service', name) };
      return tableHead(words, table) + pageRows(rows.slice(0, rowsToRead)) + tableEnd(table);
    })
    .join('');
}
