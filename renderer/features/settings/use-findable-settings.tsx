import { useRouter } from '@tanstack/react-router';
import { SlidersHorizontal } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Findable } from '../../lib/findable.ts';
import { useSettingsPlace } from '../../lib/settings-place.ts';
import { settingRows } from './setting-rows.ts';
import { type SectionId, sectionId, sections } from './sections.ts';

/** The parts of the settings and every setting in them, as the search finds them. */
export function useFindableSettings(): readonly Findable[] {
  const { t } = useTranslation();
  const router = useRouter();
  const findable = (section: SectionId, title: string | null): Pick<Findable, 'icon' | 'usual' | 'leads' | 'run'> => ({
    icon: <SlidersHorizontal size={18} aria-hidden />,
    usual: false,
    leads: true,
    run() {
      useSettingsPlace.setState({ to: { section: sectionId(section), title } });
      // The place is scrolled to, not the top.
      void router.navigate({ to: '/settings', resetScroll: false });
    },
  });
  return [
    ...sections.map(({ id, title }) => ({
      ...findable(id, null),
      id,
      label: t(title),
      words: '',
      detail: t('settings.title'),
    })),
    ...settingRows.map(({ section, title, hint }) => {
      const part = sections.find(({ id }) => id === section);
      return {
        ...findable(section, t(title)),
        id: title,
        label: t(title),
        words: hint === null ? '' : t(hint),
        detail: part ? t(part.title) : null,
      };
    }),
  ];
}
