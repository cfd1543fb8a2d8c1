import type { ReactNode } from 'react';
import { PrivacyPage } from '../../ui/privacy-page.tsx';

/** Being built. */
export function ChoicesScreen(): ReactNode {
  return <PrivacyPage place="choices">{null}</PrivacyPage>;
}
