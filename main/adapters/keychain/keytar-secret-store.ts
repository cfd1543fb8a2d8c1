import { done, fail, ok } from '../../../contract/result.ts';
import type { Result } from '../../../contract/result.ts';
import type { Log, SecretStore } from '../../ports.ts';

/** The part of keytar that is used; loaded by the caller because loading it fails where its system library is missing. */
export interface Keytar {
  getPassword(service: string, account: string): Promise<string | null>;
  setPassword(service: string, account: string, password: string): Promise<void>;
  deletePassword(service: string, account: string): Promise<boolean>;
}

/** What the store needs; `load` is tried at the first use, `service` names this app's entries. */
export interface KeytarSecretStoreDeps {
  readonly load: () => Promise<Keytar>;
  readonly service: string;
  readonly log: Log;
  /** A store that does not answer (a prompt nobody sees) counts as refusing after this long. */
  readonly timeoutMs?: number;
}

/** The operating system's credential store through keytar; refuses with `keychain-unavailable`, never keeps a secret elsewhere. */
export function createKeytarSecretStore(deps: KeytarSecretStoreDeps): SecretStore {
  let loading: Promise<Keytar> | null = null;
  let last: Promise<unknown> = Promise.resolve();
  const timeoutMs = deps.timeoutMs ?? 20_000;

  /** One call after the other: keytar runs each on a thread of its own, where a deletion can overtake the writing before it. */
  function attempt<T>(event: string, task: (keytar: Keytar) => Promise<T>): Promise<Result<T>> {
    const turn = last.then(() => attemptNow(event, task));
    last = turn;
    return turn;
  }

  async function attemptNow<T>(event: string, task: (keytar: Keytar) => Promise<T>): Promise<Result<T>> {
    let timer: NodeJS.Timeout | undefined;
    try {
      loading ??= deps.load();
      const keytar = await loading;
      const tooLate = new Promise<never>((_resolve, reject) => {
        timer = setTimeout(() => reject(new Error('no answer')), timeoutMs);
      });
      return ok(await Promise.race([task(keytar), tooLate]));
    } catch {
      // The message of a credential store may name the entry: only the fact is kept.
      loading = null;
      deps.log.warn(event, { code: 'keychain-unavailable' });
      return fail('keychain-unavailable');
    } finally {
      clearTimeout(timer);
    }
  }

  return {
    get: (name) => attempt('keychain.get', (keytar) => keytar.getPassword(deps.service, name)),
    async set(name, secret) {
      const set = await attempt('keychain.set', async (keytar) => {
        await keytar.setPassword(deps.service, name, secret);
        // Some stores accept and forget (a locked collection): what cannot be read back was not kept.
        if ((await keytar.getPassword(deps.service, name)) !== secret) throw new Error('not kept');
      });
      return set.ok ? done : set;
    },
    async delete(name) {
      const deleted = await attempt('keychain.delete', (keytar) => keytar.deletePassword(deps.service, name));
      return deleted.ok ? done : deleted;
    },
  };
}
