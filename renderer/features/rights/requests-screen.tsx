import type { ReactNode } from 'react';
import { PrivacyPage } from '../../ui/privacy-page.tsx';

/** Being built. */
export function RequestsScreen(): ReactNode {
  return <PrivacyPage place="requests">{null}</PrivacyPage>;
}
