import type { AccountState } from '../../contract/domain/account.ts';
import type { AppErrorCode } from '../../contract/result.ts';
import { valueOf } from './app-rig.ts';
import type { RunningApp } from './app-rig.ts';

/** What a request answers that is refused with this code and nothing more. */
export const refused = (code: AppErrorCode) => ({ ok: false, error: { code } });

/** Who is signed in now. */
export async function readAccount(app: RunningApp): Promise<AccountState> {
  return valueOf(await app.routes['account.read'](null));
}
