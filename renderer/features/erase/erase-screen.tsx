import type { ReactNode } from 'react';
import { PrivacyPage } from '../../ui/privacy-page.tsx';

/** Being built. */
export function EraseScreen(): ReactNode {
  return <PrivacyPage place="erase">{null}</PrivacyPage>;
}
