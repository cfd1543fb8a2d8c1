import type { SignedOutReason } from '../../../contract/domain/account.ts';
import type { AppErrorCode } from '../../../contract/result.ts';

/**
 * Why the service says that everything of an account is to go from this computer, and what the person is told meanwhile and afterwards: another computer
 * signed this one out; the account was erased from another computer; it was of somebody under 18 without a guardian.
 */
export const reasonsOf = {
  'erase-requested': { erasing: 'erasing', erased: 'erased', unerased: 'unerased' },
  'account-erased': { erasing: 'account-erasing', erased: 'account-erased', unerased: 'account-unerased' },
  'minor-eliminated': { erasing: 'minor-erasing', erased: 'minor-erased', unerased: 'minor-unerased' },
} as const satisfies Partial<Record<AppErrorCode, Record<'erasing' | 'erased' | 'unerased', SignedOutReason>>>;

/** One of them. */
export type EraseOrder = keyof typeof reasonsOf;

/** Whether an answer of the service is such an order. */
export function isEraseOrder(code: AppErrorCode): code is EraseOrder {
  return code in reasonsOf;
}
