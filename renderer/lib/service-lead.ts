import { useTranslation } from 'react-i18next';
import type { AppAbout } from '../../contract/domain/views.ts';
import { assertNever } from '../../contract/result.ts';

/** Says under a title which service this is about: its own sentence for a real one, the same for the sample service and for none. */
export function useServiceLead(service: AppAbout['service'], remote: 'signIn.lead' | 'createAccount.lead'): string {
  const { t } = useTranslation();
  switch (service.kind) {
    case 'embedded':
      return t('signIn.leadSample');
    case 'remote':
      return t(remote, { host: service.host });
    case 'none':
      return t('signIn.leadNone');
    default:
      return assertNever(service);
  }
}
