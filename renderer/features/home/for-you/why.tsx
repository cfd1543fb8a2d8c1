import { useRouter } from '@tanstack/react-router';
import type { ReactNode, RefObject } from 'react';
import { Popover } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { RecommendedCourse } from '../../../../contract/domain/recommendation.ts';
import { reasonWords } from '../../../lib/recommendations.ts';
import { LinkButton } from '../../../ui/link-button.tsx';
import css from './for-you.module.css';

/** "Why this?": the reason, what it is computed from, and that none of it leaves this computer. */
export function Why(props: {
  readonly item: RecommendedCourse;
  readonly anchor: RefObject<HTMLButtonElement | null>;
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}): ReactNode {
  const { t } = useTranslation();
  const router = useRouter();
  const { course, reason } = props.item;
  return (
    // Without a dialog inside the popover is the dialog itself, its hidden buttons to close it included.
    <Popover
      aria-label={t('forYou.whyTitle', { title: course.title })}
      triggerRef={props.anchor}
      placement="bottom end"
      offset={8}
      className={css.why ?? ''}
      isOpen={props.open}
      onOpenChange={props.onOpenChange}
    >
      <div className={css.whyWords}>
        <h3 className={css.whyTitle}>{t('forYou.whyTitle', { title: course.title })}</h3>
        <p className={css.whyReason}>{reasonWords(reason, t)}.</p>
        <p>{reason.kind === 'popular' ? t('forYou.whyPopular') : t('forYou.whyFrom')}</p>
        <p>{t('forYou.whyHere')}</p>
        <LinkButton
          onPress={() => {
            props.onOpenChange(false);
            void router.navigate({ to: '/settings', hash: 'settings-recommendations' });
          }}
        >
          {t('forYou.settings')}
        </LinkButton>
      </div>
    </Popover>
  );
}
