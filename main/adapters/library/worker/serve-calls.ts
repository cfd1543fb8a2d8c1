import { fail, ok, type Result } from '../../../../contract/result.ts';
import {
  type AccountCalls,
  type CallName,
  type CallRequest,
  type ComputerCalls,
  type Handlers,
  type LifeCalls,
  type WorkerMessage,
} from '../messages.ts';
import { callRules, type CallRule } from '../call-rules.ts';
import { accountHandlers } from './account/handlers.ts';
import { openLibrary } from './account/open-library.ts';
import { forgetWords } from './account/search/words.ts';
import { freshenSearch } from './account/search/freshen.ts';
import type { LibraryTables } from './account/tables.ts';
import { computerHandlers } from './computer/handlers.ts';
import { openComputer } from './computer/open-computer.ts';
import type { ComputerTables } from './computer/tables.ts';
import { closeDatabase, emptyWriteAheadLog } from './open-database.ts';
import type { OpenStore } from './open-store.ts';
import { codeOfError, nameOfDefect, StoreFault } from './store-fault.ts';

/** What the worker is given at its start. */
export interface WorkerSettings {
  readonly userDataFolder: string;
}

/** Answers the library's calls one after the other, each in one transaction; owns every connection. `tell` gets answers and log words. */
export function createCallServer(settings: WorkerSettings, tell: (message: WorkerMessage) => void) {
  let library: OpenStore<LibraryTables> | null = null;
  let computer: OpenStore<ComputerTables> | null = null;

  const lifeHandlers: Handlers<LifeCalls, null> = {
    'library.open': (_, { accountId, libraryKey }) => {
      try {
        closeLibrary();
        library = openLibrary(settings.userDataFolder, accountId, libraryKey);
        return null;
      } finally {
        libraryKey.fill(0);
      }
    },
    'library.close': closeLibrary,
    stop: () => {
      closeLibrary();
      const open = computer;
      computer = null;
      if (open !== null) closeDatabase(open.database);
      return null;
    },
  };

  function closeLibrary(): null {
    const open = library;
    library = null;
    if (open !== null) closeDatabase(open.database);
    forgetWords();
    return null;
  }

  function openedLibrary(): OpenStore<LibraryTables> {
    if (library === null) throw new StoreFault('signed-out');
    return library;
  }

  function openedComputer(): OpenStore<ComputerTables> {
    computer ??= openComputer(settings.userDataFolder, () => {
      tell({ kind: 'notice', event: 'library.computer-file-set-aside' });
    });
    return computer;
  }

  function run(name: CallName, input: unknown): unknown {
    const { on, kind, erases, indexesItself }: CallRule = callRules[name];
    switch (on) {
      case 'life':
        return handlerOf(lifeHandlers, name as keyof LifeCalls)(null, input);
      case 'account': {
        const { database, statements } = openedLibrary();
        const handler = handlerOf(accountHandlers, name as keyof AccountCalls);
        const answer = inTransaction(database, kind, () => {
          const value = handler(statements, input);
          if (kind === 'write' && indexesItself !== true) freshenSearch(statements);
          return value;
        });
        if (erases === true) emptyWriteAheadLog(database);
        return answer;
      }
      case 'computer': {
        const { database, statements } = openedComputer();
        const handler = handlerOf(computerHandlers, name as keyof ComputerCalls);
        const answer = inTransaction(database, kind, () => handler(statements, input));
        if (erases === true || name === 'computer.forget-account') emptyWriteAheadLog(database);
        return answer;
      }
    }
  }

  function resultOf(request: CallRequest): Result<unknown> {
    try {
      return ok(run(request.name, request.input));
    } catch (error) {
      const code = codeOfError(error);
      if (code !== null) return fail(code);
      tell({ kind: 'defect', event: `library.call.${request.name}`, errorName: nameOfDefect(error) });
      return fail('unexpected');
    }
  }

  return {
    /** Runs a call and tells its answer. */
    serve(request: CallRequest): void {
      tell({ kind: 'answer', id: request.id, result: resultOf(request) });
    },
  };
}

function inTransaction(database: OpenStore<unknown>['database'], kind: 'read' | 'write', work: () => unknown): unknown {
  const transaction = database.transaction(work);
  return kind === 'write' ? transaction.immediate() : transaction.deferred();
}

/** The map's type has checked that name, input and handler belong together; a name that came as data cannot say so itself. */
function handlerOf<Calls extends object, Store>(
  handlers: Handlers<Calls, Store>,
  name: keyof Calls,
): (store: Store, input: unknown) => unknown {
  return handlers[name];
}
