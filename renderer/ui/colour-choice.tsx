import { type ReactNode, useId } from 'react';
import { Radio, RadioGroup } from 'react-aria-components';
import { type Profile, type ProfileColour, profileColours } from '../../contract/domain/account.ts';
import css from './colour-choice.module.css';
import { ProfileMark } from './profile-mark.tsx';

/** One of the eight colours of a profile: each shows the mark as it would look, with the colour's name. */
export function ColourChoice(props: {
  readonly label: string;
  readonly profile: Pick<Profile, 'number' | 'label' | 'colour'>;
  readonly nameOf: (colour: ProfileColour) => string;
  readonly onChange: (colour: ProfileColour) => void;
}): ReactNode {
  const labelId = useId();
  const { profile } = props;
  return (
    <RadioGroup
      aria-labelledby={labelId}
      orientation="horizontal"
      value={profile.colour}
      onChange={(value) => {
        const colour = profileColours.find((each) => each === value);
        if (colour) props.onChange(colour);
      }}
      className={css.group ?? ''}
    >
      <span id={labelId} className={css.label}>
        {props.label}
      </span>
      <div className={css.colours}>
        {profileColours.map((colour) => (
          <Radio key={colour} value={colour} className={css.option ?? ''}>
            <ProfileMark profile={{ ...profile, colour }} />
            <span className={css.name}>{props.nameOf(colour)}</span>
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}
