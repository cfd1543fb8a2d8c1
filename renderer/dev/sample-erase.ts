import type { EraseReceipt } from '../../contract/domain/erase-plan.ts';
import type { Answers } from '../lib/testing/fake-bridge.ts';
import { sampleErasePreview, sampleEraseReceipt, sampleServiceReceipt } from '../lib/testing/sample-erase.ts';

/** Answers about erasing; `receipt=entries|service|unknown`: something was erased a moment ago. */
export function eraseAnswers(asked: URLSearchParams): Answers {
  const receipts: Readonly<Record<string, EraseReceipt>> = {
    entries: sampleEraseReceipt,
    service: sampleServiceReceipt,
    unknown: { ...sampleServiceReceipt, entries: [], service: { state: 'unknown', receipt: null, kept: [] } },
  };
  let receipt: EraseReceipt | null = receipts[asked.get('receipt') ?? ''] ?? null;
  return {
    'erase.preview': () => ({ ok: true, value: sampleErasePreview }),
    'erase.keptByLaw': () => ({ ok: true, value: sampleServiceReceipt.service?.kept ?? [] }),
    'erase.receipt': () => ({ ok: true, value: receipt }),
    'erase.putAway': () => {
      receipt = null;
      return { ok: true, value: null };
    },
    'erase.saveReceipt': () => ({ ok: true, value: { saved: true } }),
    'erase.entries': () => ({ ok: true, value: (receipt = sampleEraseReceipt) }),
    'erase.service': () => ({ ok: false, error: { code: 'wrong-credentials' } }),
  };
}
