import type { ReactNode } from 'react';
import { PrivacyPage } from '../../ui/privacy-page.tsx';

/** Being built. */
export function ProcessorsScreen(): ReactNode {
  return <PrivacyPage place="processors">{null}</PrivacyPage>;
}
