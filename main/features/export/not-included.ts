import { dataKinds } from '../../../contract/domain/data-kinds.ts';
import { type ExportWords, type NotIncludedReason, withheldColumns } from '../../../contract/domain/export.ts';

/** Something that is not in an export. */
export interface NotIncluded {
  readonly what: string;
  readonly tables: readonly string[];
  readonly reason: NotIncludedReason;
}

/** Everything that the app keeps and an export does not hold, each with its reason. */
export function notIncluded(words: Pick<ExportWords, 'kinds' | 'things'>): readonly NotIncluded[] {
  const kinds = Object.entries(dataKinds).flatMap(([name, { personal, library, computer }]) =>
    personal === true
      ? []
      : [{ what: words.kinds[name] ?? name, tables: [...library, ...computer], reason: personal } as const],
  );
  return [
    ...kinds,
    { what: words.things.licences, tables: withheldColumns, reason: 'opens-something' },
    { what: words.things.keys, tables: [], reason: 'only-keys' },
    { what: words.things.others, tables: ['accounts'], reason: 'of-other-people' },
    { what: words.things.lectures, tables: [], reason: 'lectures-themselves' },
    { what: words.things.logs, tables: [], reason: 'not-about-a-person' },
  ];
}
