import type { TFunction } from 'i18next';
import type { NetworkEntry } from '../../../contract/domain/network.ts';

/** How a request ended, in words. */
export function resultWords({ result, status, purpose, category }: NetworkEntry, t: TFunction): string {
  switch (result) {
    case 'answered':
      return t('network.ended.answered', { status: String(status ?? '') }).trim();
    case 'failed':
      return status === null ? t('network.ended.silent') : t('network.ended.failed', { status: String(status) });
    case 'refused':
      if (purpose === null) return t('network.ended.undeclared');
      return category === 'essential' ? t('network.ended.refused') : t('network.ended.notAllowed');
  }
}
