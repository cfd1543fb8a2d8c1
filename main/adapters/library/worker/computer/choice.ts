import { z } from 'zod';
import { computerUses } from '../../../../../contract/domain/computer.ts';
import type { ComputerChoice } from '../../../../ports.ts';
import type { ComputerStatements } from './tables.ts';

const Choice = z.object({
  use: z.enum(computerUses).nullable(),
  idleMinutes: z.union([z.int().min(1).max(1440), z.null(), z.literal('usual')]),
});

/** Whose computer this is; as if nobody had been asked when there is nothing, or nothing that makes sense. */
export function readChoice(store: ComputerStatements): ComputerChoice {
  const text = store.first(store.build.selectFrom('choice').select('value'))?.value;
  const choice = Choice.safeParse(text === undefined ? undefined : parseJson(text));
  return choice.success ? choice.data : { use: null, idleMinutes: 'usual' };
}

/** Keeps whose computer this is. */
export function writeChoice(store: ComputerStatements, choice: ComputerChoice): null {
  const row = { value: JSON.stringify(Choice.parse(choice)) };
  store.run(
    store.build
      .insertInto('choice')
      .values({ only: 1, ...row })
      .onConflict((conflict) => conflict.column('only').doUpdateSet(row)),
  );
  return null;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
