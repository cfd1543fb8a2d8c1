import type { ComputerCalls, Handlers } from '../../messages.ts';
import { exportComputerPage, exportComputerTables } from '../export/export-tables.ts';
import { computerNetworkHandlers } from '../network/handlers.ts';
import { forgetAccount, listAccounts, putAccount } from './accounts.ts';
import { readChoice, writeChoice } from './choice.ts';
import { consentHandlers, forgetLedgerEnd } from './consent.ts';
import { deviceId } from './device.ts';
import { readFolder, writeFolder } from './folder.ts';
import { heldDataHandlers } from './held-data.ts';
import { readSettings, writeSettings } from './settings.ts';
import type { ComputerStatements } from './tables.ts';

/** What each call does with the computer file, inside the call's transaction. */
export const computerHandlers: Handlers<ComputerCalls, ComputerStatements> = {
  ...heldDataHandlers,
  'computer.read-settings': readSettings,
  'computer.write-settings': writeSettings,
  'computer.read-choice': readChoice,
  'computer.write-choice': writeChoice,
  'computer.read-folder': readFolder,
  'computer.write-folder': writeFolder,
  'computer.device-id': deviceId,
  'computer.accounts': listAccounts,
  'computer.put-account': putAccount,
  'computer.forget-account': (store, id) => {
    forgetLedgerEnd(store, id);
    return forgetAccount(store, id);
  },
  ...consentHandlers,
  'computer.export-tables': exportComputerTables,
  'computer.export-page': exportComputerPage,
  ...computerNetworkHandlers,
};
