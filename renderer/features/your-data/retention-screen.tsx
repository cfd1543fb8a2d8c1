import type { ReactNode } from 'react';
import { PrivacyPage } from '../../ui/privacy-page.tsx';

/** Being built. */
export function RetentionScreen(): ReactNode {
  return <PrivacyPage place="retention">{null}</PrivacyPage>;
}
