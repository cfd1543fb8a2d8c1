import { z } from 'zod';
import { PersonalData } from '../../../contract/api/personal-data.ts';
import { exportFormat } from '../../../contract/domain/export.ts';
import type { ExportColumn, ExportTable } from '../../export-ports.ts';

const cells = {
  text: z.string(),
  integer: z.int(),
  real: z.number(),
  // A moment that no calendar has stays the number that it is.
  time: z.union([z.iso.datetime(), z.number()]),
  bytes: z.base64(),
} as const;

function cellOf({ type, nullable }: ExportColumn): z.ZodType {
  return nullable ? cells[type].nullable() : cells[type];
}

function tablesOf(tables: readonly ExportTable[]): z.ZodType {
  return z.strictObject(
    Object.fromEntries(
      tables.map(({ name, columns }) => [
        name,
        z.array(z.strictObject(Object.fromEntries(columns.map((column) => [column.name, cellOf(column)])))),
      ]),
    ),
  );
}

/** The JSON Schema (2020-12) of `data.json`, from the tables as they are. */
export function schemaOf(library: readonly ExportTable[], computer: readonly ExportTable[]): string {
  const data = z.strictObject({
    $schema: z.literal('schema.json'),
    format: z.literal(exportFormat.name),
    version: z.literal(exportFormat.version),
    exportedAt: z.iso.datetime(),
    app: z.strictObject({ version: z.string() }),
    account: z.strictObject({ id: z.string().nullable(), email: z.string(), name: z.string() }),
    library: tablesOf(library),
    computer: tablesOf(computer),
    service: PersonalData.nullable(),
    serviceMissing: z.string().nullable(),
  });
  return JSON.stringify(z.toJSONSchema(data, { target: 'draft-2020-12' }), null, 2);
}
