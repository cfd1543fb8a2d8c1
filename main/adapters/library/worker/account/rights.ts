import type { z } from 'zod';
import { type OwnRequest, RequestAnswer, rightsChoices } from '../../../../../contract/domain/rights.ts';
import type { Handlers } from '../../messages.ts';
import type { RightsCalls } from '../../messages-rights.ts';
import type { HeardRights, KeptChoice, KeptRights, RightsChoices, RightsTurn } from '../../../../rights-ports.ts';
import { parseStored } from './stored-json.ts';
import type { LibraryStatements, LibraryTables } from './tables.ts';

type Name = keyof RightsChoices;

function choiceOf<N extends Name>(store: LibraryStatements, name: N): KeptChoice<RightsChoices[N]> | null {
  const row = store.first(store.build.selectFrom('rights_choices').selectAll().where('name', '=', name));
  if (row === undefined) return null;
  const schema: z.ZodType = rightsChoices[name];
  return { value: parseStored(schema, row.value) as RightsChoices[N], revision: row.revision, told: row.told === 1 };
}

function keep<N extends Name>(store: LibraryStatements, name: N, value: RightsChoices[N], told: 0 | 1): void {
  const values = { value: JSON.stringify(value), revision: (choiceOf(store, name)?.revision ?? 0) + 1, told };
  store.run(
    store.build
      .insertInto('rights_choices')
      .values({ name, ...values })
      .onConflict((conflict) => conflict.column('name').doUpdateSet(values)),
  );
}

/** What the service says counts, but for a choice that it has not heard of yet. */
function hearChoice<N extends Name>(store: LibraryStatements, name: N, said: RightsChoices[N] | undefined): void {
  const kept = choiceOf(store, name);
  if (said === undefined || kept?.told === false || JSON.stringify(kept?.value) === JSON.stringify(said)) return;
  keep(store, name, said, 1);
}

function requestOf(row: LibraryTables['privacy_requests']): OwnRequest {
  const { id, kind, text, asked_at_ms: askedAtMs, answer } = row;
  return { id, kind, text, askedAtMs, answer: answer === null ? null : parseStored(RequestAnswer, answer) };
}

function readRights(store: LibraryStatements): KeptRights {
  const rows = store.all(store.build.selectFrom('privacy_requests').selectAll().orderBy('asked_at_ms', 'desc'));
  return {
    processing: choiceOf(store, 'processing'),
    marketing: choiceOf(store, 'marketing'),
    requests: rows.map(requestOf),
  };
}

function turn(store: LibraryStatements, { processing, marketing, request, withdraw }: RightsTurn): KeptRights {
  if (processing !== undefined) keep(store, 'processing', processing, 0);
  if (marketing !== undefined) keep(store, 'marketing', marketing, 0);
  if (withdraw !== undefined)
    store.run(
      store.build
        .deleteFrom('privacy_requests')
        .where('kind', '=', withdraw.kind)
        .where('text', '=', withdraw.text)
        .where('answer', 'is', null),
    );
  if (request !== undefined) {
    const { id, kind, text, askedAt } = request;
    store.run(
      store.build
        .insertInto('privacy_requests')
        .values({ id, kind, text, asked_at_ms: Date.parse(askedAt), answer: null })
        .onConflict((conflict) => conflict.column('id').doNothing()),
    );
  }
  return readRights(store);
}

function take(store: LibraryStatements, heard: Partial<HeardRights>): KeptRights {
  hearChoice(store, 'processing', heard.processing);
  hearChoice(store, 'marketing', heard.marketing);
  for (const { id, kind, text, askedAt, ...said } of heard.requests ?? []) {
    const answer = JSON.stringify(RequestAnswer.parse(said));
    store.run(
      store.build
        .insertInto('privacy_requests')
        .values({ id, kind, text, asked_at_ms: Date.parse(askedAt), answer })
        .onConflict((conflict) => conflict.column('id').doUpdateSet({ answer })),
    );
  }
  return readRights(store);
}

/** What a person has stopped and asked for. */
export const rightsHandlers: Handlers<RightsCalls, LibraryStatements> = {
  'rights.read': readRights,
  'rights.turn': turn,
  'rights.told'(store, { name, revision }) {
    store.run(
      store.build
        .updateTable('rights_choices')
        .set({ told: 1 })
        .where('name', '=', name)
        .where('revision', '=', revision),
    );
    return null;
  },
  'rights.take': take,
};
