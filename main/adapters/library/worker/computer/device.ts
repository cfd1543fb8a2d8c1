import { randomUUID } from 'node:crypto';
import { DeviceId } from '../../../../../contract/domain/ids.ts';
import type { ComputerStatements } from './tables.ts';

/** This computer's id: random, made at the first call, kept. */
export function deviceId(store: ComputerStatements): DeviceId {
  const stored = DeviceId.safeParse(store.first(store.build.selectFrom('device').select('id'))?.id);
  if (stored.success) return stored.data;
  const id = DeviceId.parse(randomUUID());
  store.run(
    store.build
      .insertInto('device')
      .values({ only: 1, id })
      .onConflict((conflict) => conflict.column('only').doUpdateSet({ id })),
  );
  return id;
}
