import type { ReactNode } from 'react';
import { PrivacyPage } from '../../ui/privacy-page.tsx';

/** Being built. */
export function ProfileScreen(): ReactNode {
  return <PrivacyPage place="profile">{null}</PrivacyPage>;
}
