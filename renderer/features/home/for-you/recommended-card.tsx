import { Ban, CircleHelp, Ellipsis } from 'lucide-react';
import { type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecommendedCourse } from '../../../../contract/domain/recommendation.ts';
import { reasonWords } from '../../../lib/recommendations.ts';
import { CourseLinkCard } from '../../../ui/course-link-card.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { Menu } from '../../../ui/menu.tsx';
import css from './for-you.module.css';
import { Why } from './why.tsx';

/** A recommended course: its card, the reason in words, and what can be said to it. */
export function RecommendedCard(props: {
  readonly item: RecommendedCourse;
  readonly onDismiss: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const button = useRef<HTMLButtonElement>(null);
  const [explaining, setExplaining] = useState(false);
  const asked = useRef(false);
  const { course, reason } = props.item;
  const label = t('forYou.more', { title: course.title });
  return (
    <li className={css.item}>
      <CourseLinkCard course={course} />
      <div className={css.foot}>
        <p className={css.reason}>{reasonWords(reason, t)}</p>
        <Menu
          label={label}
          placement="bottom end"
          trigger={
            <IconButton
              size="small"
              label={label}
              buttonRef={button}
              className={css.more ?? ''}
              // The menu gives the focus back before the answer opens, so that closing it gives it back here too.
              onFocus={() => {
                if (asked.current) setExplaining(true);
                asked.current = false;
              }}
            >
              <Ellipsis size={18} aria-hidden />
            </IconButton>
          }
          entries={[
            { id: 'why', label: t('forYou.why'), icon: <CircleHelp size={16} aria-hidden /> },
            { id: 'dismiss', label: t('forYou.dismiss'), icon: <Ban size={16} aria-hidden /> },
          ]}
          onPick={(id) => {
            asked.current = id === 'why';
            if (id === 'dismiss') props.onDismiss();
          }}
        />
      </div>
      <Why item={props.item} anchor={button} open={explaining} onOpenChange={setExplaining} />
    </li>
  );
}
