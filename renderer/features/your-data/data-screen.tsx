import type { ReactNode } from 'react';
import { PrivacyPage } from '../../ui/privacy-page.tsx';

/** Being built. */
export function DataScreen(): ReactNode {
  return <PrivacyPage place="data">{null}</PrivacyPage>;
}
