import { dirname } from 'node:path';
import { done } from '../../../contract/result.ts';
import type { Result } from '../../../contract/result.ts';
import type { Erasable } from '../../ports.ts';
import { deleteEntries, entriesOf, isLink, isOfAccount, result } from './owned-entries.ts';
import { overwriteFile } from './overwrite-file.ts';

/**
 * The keyrings of an account, those set aside and a half-written `keyring.json.new` among them. Cryptographic erasure (NIST SP 800-88r2):
 * the wrapped data key goes before everything that was ever encrypted under it.
 */
export function createKeyringFiles(accountsFolder: string): Erasable {
  async function pathsOf(isOurs: (name: string) => boolean): Promise<readonly string[]> {
    const paths: string[] = [];
    for (const folder of await entriesOf(accountsFolder, isOurs)) {
      // A linked folder is not looked into; as a path of its own it is refused by the deletion and stays in view.
      if (await isLink(folder)) paths.push(folder);
      else paths.push(...(await entriesOf(folder, (name) => name.startsWith('keyring.json'))));
    }
    return paths;
  }

  return {
    async erase(accountId) {
      const isOurs = isOfAccount(accountId);
      const paths = await result(() => pathsOf(isOurs));
      if (!paths.ok) return paths;
      let failure: Result<null> = done;
      for (const path of paths.value) {
        const overwritten = await result(() => overwriteFile(path));
        const deleted = await deleteEntries(dirname(path), [path]);
        if (!deleted.ok) failure = deleted;
        else if (!overwritten.ok) failure = { ok: false, error: overwritten.error };
      }
      return failure;
    },
    remains: (accountId) => result(async () => (await pathsOf(isOfAccount(accountId))).length > 0),
  };
}
