import type { ReactNode } from 'react';
import type { Profile } from '../../contract/domain/account.ts';
import { cx } from '../lib/cx.ts';
import css from './profile-mark.module.css';

/** The round mark of a profile: the first letter of its label, or its number, on its colour. Decoration: the label stands beside it. */
export function ProfileMark(props: {
  readonly profile: Pick<Profile, 'number' | 'label' | 'colour'>;
  readonly size?: 'small' | 'large';
}): ReactNode {
  const { number, label, colour } = props.profile;
  // A letter with its marks, or an emoji with its parts, counts as one.
  const [first] = new Intl.Segmenter().segment((label ?? '').trim());
  return (
    <span className={cx(css.mark, css[colour], props.size === 'large' && css.large)} aria-hidden>
      {first?.segment.toLocaleUpperCase() ?? number}
    </span>
  );
}
