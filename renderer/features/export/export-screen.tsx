import type { ReactNode } from 'react';
import { PrivacyPage } from '../../ui/privacy-page.tsx';

/** Being built. */
export function ExportScreen(): ReactNode {
  return <PrivacyPage place="export">{null}</PrivacyPage>;
}
