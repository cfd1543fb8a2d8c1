import { createHash } from 'node:crypto';
import { LocalAccountId } from '../../../contract/domain/ids.ts';

/** Folder name of an account on this computer: a hash over the device's and the account's id, so that it says nothing to who finds it. */
export function localAccountId(deviceId: string, accountId: string): LocalAccountId {
  const digest = createHash('sha256').update(`lectoroom account v1\n${deviceId}\n${accountId}`).digest('hex');
  return LocalAccountId.parse(digest.slice(0, 32));
}
