import type { TFunction } from 'i18next';
import type { LicenceView } from '../../contract/domain/licence.ts';

/** From so many days on, the days left are worth a word; until then the app renews by itself. */
const fewDays = 14;

/** Whether a person should be told: it has run out, or will unless the service is met in the next two weeks. */
export function isLicenceWorthSaying(licence: LicenceView): boolean {
  return licence.kind === 'expired' || (licence.kind === 'valid' && licence.daysLeft <= fewDays);
}

/** How long a downloaded lecture still plays without a network: "12 days left offline". */
export function licenceWords(licence: LicenceView, t: TFunction): string {
  switch (licence.kind) {
    case 'none':
      return t('licence.none');
    case 'valid':
      return t('licence.daysLeft', { count: licence.daysLeft });
    case 'expired':
      return t('licence.expired');
    case 'clock':
      return t('licence.clock');
  }
}
