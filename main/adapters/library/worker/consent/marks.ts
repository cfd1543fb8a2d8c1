import { z } from 'zod';
import type { ConsentMarks } from '../../../../consent-ports.ts';
import { parseJson } from '../computer/parse-json.ts';
import type { ConsentStatements } from './tables.ts';

const Marks = z.object({
  optOutSignal: z.boolean().nullable(),
  told: z.array(z.string()),
  carriedId: z.string().nullable(),
});
const noMarks: ConsentMarks = { optOutSignal: null, told: [], carriedId: null };

/** What may change beside the ledger; as if nothing had been said when there is nothing, or nothing that makes sense. */
export function readMarks(store: ConsentStatements): ConsentMarks {
  const row = store.first(store.build.selectFrom('consent_marks').select('value'));
  const marks = Marks.safeParse(row === undefined ? undefined : parseJson(row.value));
  return marks.success ? marks.data : noMarks;
}

/** Keeps it. */
export function writeMarks(store: ConsentStatements, marks: ConsentMarks): null {
  const row = { value: JSON.stringify(Marks.parse(marks)) };
  store.run(
    store.build
      .insertInto('consent_marks')
      .values({ only: 1, ...row })
      .onConflict((conflict) => conflict.column('only').doUpdateSet(row)),
  );
  return null;
}
