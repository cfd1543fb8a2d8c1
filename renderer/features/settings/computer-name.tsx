import { Pencil } from 'lucide-react';
import { type ReactNode, type SyntheticEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SignedInComputer } from '../../../contract/domain/account.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Field } from '../../ui/text-field.tsx';
import css from './computers.module.css';
import { useComputerActions } from './use-computers.ts';

/** As the service counts. */
const longestName = 100;

interface NameProps {
  readonly computer: SignedInComputer;
  readonly editing: boolean;
  readonly onEditing: (editing: boolean) => void;
}

/** The name of a computer, to be changed in place: Enter saves, Esc leaves it, and the focus goes back to the pencil. */
export function ComputerName({ computer, editing, onEditing }: NameProps): ReactNode {
  const { t } = useTranslation();
  const [edited, setEdited] = useState(false);
  if (editing) {
    return (
      <NameForm
        computer={computer}
        onDone={() => {
          setEdited(true);
          onEditing(false);
        }}
      />
    );
  }
  return (
    <div className={css.titleLine}>
      <h3 className={css.title}>{computer.name}</h3>
      {computer.current && <span className={css.mark}>{t('computers.this')}</span>}
      <IconButton
        size="small"
        label={t('computers.rename', { name: computer.name })}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- only after editing: the focus comes back to where it was.
        autoFocus={edited}
        onPress={() => onEditing(true)}
      >
        <Pencil size={16} aria-hidden />
      </IconButton>
    </div>
  );
}

function NameForm(props: { readonly computer: SignedInComputer; readonly onDone: () => void }): ReactNode {
  const { computer, onDone } = props;
  const { t } = useTranslation();
  const actions = useComputerActions();
  const [name, setName] = useState(computer.name);
  const [tried, setTried] = useState(false);
  const save = (event: SyntheticEvent): void => {
    event.preventDefault();
    setTried(true);
    const next = name.trim();
    if (next === '') return;
    if (next !== computer.name) void actions.rename(computer, next);
    onDone();
  };
  return (
    <form className={css.edit} onSubmit={save} noValidate>
      <div className={css.field}>
        <Field
          inPlace
          label={t('computers.name')}
          value={name}
          onChange={setName}
          maxLength={longestName}
          autoComplete="off"
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- it takes the place of the name the person asked to change.
          autoFocus
          onFocus={(event) => event.target.select()}
          onKeyDown={(event) => {
            if (event.key === 'Escape') onDone();
            else event.continuePropagation();
          }}
          problem={tried && name.trim() === '' ? t('computers.nameMissing') : null}
        />
      </div>
      <Button size="small" type="submit">
        {t('computers.nameSave')}
      </Button>
      <Button size="small" look="quiet" onPress={onDone}>
        {t('computers.nameKeep')}
      </Button>
    </form>
  );
}
