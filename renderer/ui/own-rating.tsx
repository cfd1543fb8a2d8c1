import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RatingSubject } from '../../contract/domain/rating.ts';
import { useRate } from '../lib/rating.ts';
import { useRequest } from '../lib/requests.ts';
import { Button } from './button.tsx';
import css from './own-rating.module.css';
import { Stars } from './stars.tsx';

/** The person's own rating of a course or lecture: to give, change and withdraw, and whether the service has it. */
export function OwnRating(props: {
  readonly subject: RatingSubject;
  readonly label: string;
  /** On the dark stage of the player. */
  readonly stage?: boolean;
}): ReactNode {
  const { t } = useTranslation();
  const { subject, label, stage = false } = props;
  const rating = useRequest('ratings.read', { subject }).data;
  const rate = useRate(subject);
  if (!rating) return null;
  return (
    <div className={css.rating}>
      <Stars stage={stage} label={label} value={rating.stars} onChange={(stars) => void rate(stars)} />
      {rating.stars !== null && !stage && (
        <Button size="small" look="quiet" onPress={() => void rate(null)}>
          {t('rating.withdraw')}
        </Button>
      )}
      {!rating.isSent && <p className={stage ? css.stageWaits : css.waits}>{t('rating.waits')}</p>}
    </div>
  );
}
