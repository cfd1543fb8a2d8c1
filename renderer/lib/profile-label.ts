import { useTranslation } from 'react-i18next';
import type { Profile } from '../../contract/domain/account.ts';

/** Names a profile: by the label the person chose, else by its number. */
export function useProfileLabel(): (profile: Pick<Profile, 'number' | 'label'>) => string {
  const { t } = useTranslation();
  return ({ number, label }) => label ?? t('profile.unnamed', { number });
}
