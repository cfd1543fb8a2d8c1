import { Star } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { starChoices, type Stars as StarCount } from '../../contract/domain/rating.ts';
import { cx } from '../lib/cx.ts';
import css from './stars.module.css';

/** Five stars to choose from; the chosen one pressed again chooses none. The pointer shows what it would choose. */
export function Stars(props: {
  readonly label: string;
  readonly value: StarCount | null;
  readonly onChange: (stars: StarCount | null) => void;
  /** On the dark stage of the player. */
  readonly stage?: boolean;
}): ReactNode {
  const { t } = useTranslation();
  const { label, value, onChange } = props;
  const [pointedAt, setPointedAt] = useState<StarCount | null>(null);
  const shown = pointedAt ?? value ?? 0;
  return (
    <ToggleButtonGroup
      aria-label={label}
      selectionMode="single"
      selectedKeys={value === null ? [] : [value]}
      onSelectionChange={(keys) => {
        onChange(starChoices.find((stars) => keys.has(stars)) ?? null);
      }}
      className={cx(css.stars, props.stage && css.stage)}
    >
      {starChoices.map((stars) => (
        <ToggleButton
          key={stars}
          id={stars}
          aria-label={t('rating.stars', { count: stars })}
          className={css.star ?? ''}
          onHoverChange={(isPointedAt) => {
            setPointedAt((now) => (isPointedAt ? stars : now === stars ? null : now));
          }}
        >
          <Star size={22} aria-hidden className={css.shape} data-filled={stars <= shown || undefined} />
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
