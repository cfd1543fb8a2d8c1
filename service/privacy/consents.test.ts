import { expect, it } from 'vitest';
import type { ConsentRecord } from '../../contract/api/policies.ts';
import { AccountId } from '../../contract/domain/ids.ts';
import { openDatabase } from '../database/database.ts';
import { startTestService } from '../test-support/test-service.ts';
import { createConsents } from './consents.ts';

const record: ConsentRecord = {
  id: '0b0f6e0a-7c0e-4a55-9a53-0d1f0a6f3a11',
  policyVersion: '2026-01',
  action: 'choose',
  functional: true,
  advertisement: false,
  decidedAt: '2026-11-23T08:59:00.000Z',
};

it('F5: a decision is kept once, as it was first told, however often it is told; newest first', async () => {
  const { ask, signIn, service, dataFolder } = await startTestService();
  const { accessToken: token, account } = await signIn();
  const later = { ...record, id: 'c7b3f7a2-53a6-4d8a-8ad8-54a4b2f1e001', decidedAt: '2026-11-23T08:59:00.500Z' };
  const told = [record, { ...record, functional: false }, { ...later, action: 'withdraw', functional: false }];
  for (const body of told) expect((await ask('POST', '/v1/consents', { token, body })).status).toBe(204);
  expect((await ask('POST', '/v1/consents', { token, body: { ...record, id: 'no uuid' } })).status).toBe(400);
  await service.close();
  const database = openDatabase(dataFolder);
  expect(createConsents(database).ofAccount(AccountId.parse(account.id))).toEqual([
    { ...later, action: 'withdraw', functional: false },
    record,
  ]);
  database.close();
});
