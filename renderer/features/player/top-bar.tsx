import { useRouter } from '@tanstack/react-router';
import { ArrowLeft } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlaybackPlan } from '../../../contract/domain/views.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { RecordingMark } from './recording-mark.tsx';
import css from './top-bar.module.css';

/** The way back, and what plays; also what the window is moved by. */
export function TopBar({ plan }: { readonly plan: PlaybackPlan }): ReactNode {
  const { t } = useTranslation();
  const router = useRouter();
  return (
    <header className={css.bar} data-controls>
      <div className={css.inner}>
        <IconButton
          label={t('player.back')}
          placement="bottom"
          size="large"
          className={css.back ?? ''}
          onPress={() => void router.navigate({ to: '/courses/$courseId', params: { courseId: plan.courseId } })}
        >
          <ArrowLeft size={20} aria-hidden />
        </IconButton>
        <div className={css.words}>
          <h1 className={css.title}>{plan.title}</h1>
          <p className={css.course}>
            {[plan.courseTitle, plan.source === 'downloaded' ? t('player.fromDisk') : t('player.fromNetwork')].join(
              ' · ',
            )}
          </p>
        </div>
        <RecordingMark />
      </div>
    </header>
  );
}
