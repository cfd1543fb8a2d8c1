import { done, fail, type Result } from '../../../contract/result.ts';
import type { Log } from '../../ports.ts';
import {
  type AccountCalls,
  type CallName,
  type ComputerCalls,
  type LibraryCalls,
  type WorkerMessage,
} from './messages.ts';
import { callRules } from './call-rules.ts';
import type { StartWorker, WorkerLink } from './start-worker.ts';
import { transferablesOf } from './transferables.ts';

type Input<Name extends CallName> = LibraryCalls[Name]['in'];
type Output<Name extends CallName> = LibraryCalls[Name]['out'];
type LibraryInput = Input<'library.open'>;
type StoreCallName = keyof AccountCalls | keyof ComputerCalls;

/** The library worker seen from the main thread: calls in their order, one answer each, never a rejection. */
export interface WorkerClient {
  open(input: Input<'library.open'>): Promise<Result<null>>;
  close(): Promise<Result<null>>;
  call<Name extends StoreCallName>(name: Name, input: Input<Name>): Promise<Result<Output<Name>>>;
  /** Lets every call finish, closes the files and ends the worker; calls made later answer `signed-out`. */
  stop(): Promise<void>;
}

interface Waiting {
  readonly name: CallName;
  readonly input: unknown;
  readonly isRetry: boolean;
  /** How the account's library was opened again in the worker that has this call; null when there was nothing to open. */
  readonly reopened: Promise<Result<unknown>> | null;
  readonly answer: (result: Result<unknown>) => void;
}

/**
 * Makes the client; the worker is started with the first call. When it dies it is started anew: the account's library is opened again with
 * the key kept here, reads that were under way are asked once more, writes answer `disk-failed`, because nobody knows how far they came.
 */
export function createWorkerClient(start: StartWorker, log: Log): WorkerClient {
  const waiting = new Map<number, Waiting>();
  let running: { readonly link: WorkerLink; readonly reopened: Waiting['reopened'] } | null = null;
  let opened: LibraryInput | null = null;
  let lastId = 0;
  let isStopping = false;

  function post(link: WorkerLink, call: Waiting): void {
    lastId += 1;
    waiting.set(lastId, call);
    const isOpen = call.name === 'library.open';
    const input = isOpen ? copyOf(call.input as LibraryInput) : call.input;
    link.post({ id: lastId, name: call.name, input }, isOpen ? transferablesOf(input) : []);
  }

  function worker(): NonNullable<typeof running> {
    if (running !== null) return running;
    const link = start({ onMessage, onEnd });
    const again = opened;
    const reopened =
      again === null
        ? null
        : new Promise<Result<unknown>>((answer) => {
            post(link, { name: 'library.open', input: again, isRetry: true, reopened: null, answer });
          });
    running = { link, reopened };
    return running;
  }

  function send(call: Omit<Waiting, 'reopened'>): void {
    const { link, reopened } = worker();
    post(link, { ...call, reopened });
  }

  function onMessage(message: WorkerMessage): void {
    switch (message.kind) {
      case 'notice':
        log.warn(message.event);
        return;
      case 'defect':
        log.defect(message.event, namedError(message.errorName));
        return;
      case 'answer': {
        const call = waiting.get(message.id);
        waiting.delete(message.id);
        if (call !== undefined) void settle(call, message.result);
      }
    }
  }

  /** After a failed reopening the worker knows of no library and says `signed-out`; what is true is why it could not be opened. */
  async function settle(call: Waiting, result: Result<unknown>): Promise<void> {
    const isUnopened = !result.ok && result.error.code === 'signed-out' && callRules[call.name].on === 'account';
    const reopened = isUnopened ? await call.reopened : null;
    call.answer(reopened !== null && !reopened.ok ? reopened : result);
  }

  function onEnd(error: unknown): void {
    running = null;
    const lost = [...waiting.values()];
    waiting.clear();
    if (!isStopping) log.defect('library.worker-ended', error);
    for (const call of lost) {
      if (call.name === 'library.close' || call.name === 'stop') call.answer(done);
      else if (isStopping || call.isRetry || callRules[call.name].kind === 'write') call.answer(fail('disk-failed'));
      else send({ ...call, isRetry: true });
    }
  }

  function ask<Name extends CallName>(name: Name, input: Input<Name>): Promise<Result<Output<Name>>> {
    if (isStopping) return Promise.resolve(fail('signed-out'));
    return new Promise((resolve) => {
      send({ name, input, isRetry: false, answer: (result) => resolve(result as Result<Output<Name>>) });
    });
  }

  function forgetKey(): void {
    opened?.libraryKey.fill(0);
    opened = null;
  }

  /** The key is kept from the moment it is sent, so that a worker that dies while opening can be asked again. */
  async function open(input: LibraryInput): Promise<Result<null>> {
    const kept = copyOf(input);
    const answer = ask('library.open', kept);
    forgetKey();
    opened = kept;
    const result = await answer;
    if (!result.ok && opened === kept) forgetKey();
    return result;
  }

  return {
    open,
    close() {
      const answer = ask('library.close', null);
      forgetKey();
      return answer;
    },
    call: ask,
    async stop() {
      const { link } = running ?? { link: null };
      const closed = link === null ? Promise.resolve() : ask('stop', null);
      isStopping = true;
      forgetKey();
      await closed;
      await link?.end();
    },
  };
}

function copyOf(input: LibraryInput): LibraryInput {
  return { accountId: input.accountId, libraryKey: new Uint8Array(input.libraryKey) };
}

function namedError(name: string): Error {
  const error = new Error('in the library worker');
  error.name = name;
  return error;
}
