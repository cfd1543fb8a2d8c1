import type { ReactNode } from 'react';
import { PrivacyPage } from '../../ui/privacy-page.tsx';

/** Being built. */
export function NetworkScreen(): ReactNode {
  return <PrivacyPage place="network">{null}</PrivacyPage>;
}
