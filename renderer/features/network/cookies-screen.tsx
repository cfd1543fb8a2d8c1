import type { ReactNode } from 'react';
import { PrivacyPage } from '../../ui/privacy-page.tsx';

/** Being built. */
export function CookiesScreen(): ReactNode {
  return <PrivacyPage place="cookies">{null}</PrivacyPage>;
}
