import { z } from 'zod';
import { computerUses } from '../../../../../contract/domain/computer.ts';
import type { ComputerChoice } from '../../../../ports.ts';
import { readOnlyValue, writeOnlyValue } from './only-value.ts';
import type { ComputerStatements } from './tables.ts';

const Choice = z.object({
  use: z.enum(computerUses).nullable(),
  idleMinutes: z.union([z.int().min(1).max(1440), z.null(), z.literal('usual')]),
});

/** Whose computer this is; as if nobody had been asked when there is nothing, or nothing that makes sense. */
export function readChoice(store: ComputerStatements): ComputerChoice {
  const choice = Choice.safeParse(readOnlyValue(store, 'choice'));
  return choice.success ? choice.data : { use: null, idleMinutes: 'usual' };
}

/** Keeps whose computer this is. */
export function writeChoice(store: ComputerStatements, choice: ComputerChoice): null {
  return writeOnlyValue(store, 'choice', Choice.parse(choice));
}
