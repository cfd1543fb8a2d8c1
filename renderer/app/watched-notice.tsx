import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { listen } from '../lib/api.ts';
import { useRemoving } from '../lib/removing.ts';
import { useToasts } from '../lib/toasts.ts';

/** Tells when watched lectures went to the bin by themselves, and brings them back when that was not meant. */
export function WatchedNotice(): null {
  const { t } = useTranslation();
  const show = useToasts((state) => state.show);
  const { restore } = useRemoving();
  useEffect(
    () =>
      listen('space.removed', ({ lectureIds, lectureTitle }) => {
        show({
          text:
            lectureTitle === null
              ? t('space.watchedGoneMany', { count: lectureIds.length })
              : t('space.watchedGone', { title: lectureTitle }),
          undo: () => void restore(lectureIds),
        });
      }),
    [t, show, restore],
  );
  return null;
}
