import type { ConsentStore } from '../../consent-ports.ts';
import type { WorkerClient } from './worker-client.ts';

/** The ledgers of consent, in the account's library and in the computer's file. */
export function consentStoreOf({ call }: WorkerClient): ConsentStore {
  return {
    read: (ledger) => (ledger === 'account' ? call('consent.read', null) : call('computer.read-consents', null)),
    append: (ledger, entry, leavesGap) =>
      ledger === 'account'
        ? call('consent.append', { entry, leavesGap })
        : call('computer.append-consent', { entry, leavesGap }),
    marks: (ledger) => (ledger === 'account' ? call('consent.marks', null) : call('computer.consent-marks', null)),
    writeMarks: (ledger, marks) =>
      ledger === 'account' ? call('consent.write-marks', marks) : call('computer.write-consent-marks', marks),
    end: (account) => call('computer.consent-end', account),
    writeEnd: (account, end) => call('computer.write-consent-end', { account, end }),
    untold: () => call('consent.untold', null),
    told: (entryId) => call('consent.told', entryId),
    lists: () => call('computer.privacy-lists', null),
    keepLists: (lists) => call('computer.keep-privacy-lists', lists),
  };
}
