import { Command, Grid2x2, SquareTerminal } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SignedInComputer } from '../../../contract/domain/account.ts';
import { useFormat } from '../../lib/format.ts';
import { Button } from '../../ui/button.tsx';
import { Confirm } from '../../ui/confirm.tsx';
import { ComputerName } from './computer-name.tsx';
import css from './computers.module.css';
import { useComputerActions } from './use-computers.ts';

/** A sign of each system that says nothing about the shape of the computer. */
const icons = { windows: Grid2x2, macos: Command, linux: SquareTerminal } as const;

/** One computer: its name, its system, when it was last there, and the way to sign it out. */
export function ComputerLine(props: { readonly computer: SignedInComputer; readonly nowMs: number }): ReactNode {
  const { computer } = props;
  const [editing, setEditing] = useState(false);
  const Icon = icons[computer.platform];
  return (
    <li className={css.line}>
      <div className={css.who}>
        <Icon size={20} aria-hidden className={css.icon} />
        <div className={css.words}>
          <ComputerName computer={computer} editing={editing} onEditing={setEditing} />
          <p className={css.meta}>
            <Facts {...props} />
          </p>
        </div>
      </div>
      {!computer.current && !editing && <SignOutOne computer={computer} />}
    </li>
  );
}

/** "Windows · last seen 5 minutes ago", with the exact time for the pointer. */
function Facts(props: { readonly computer: SignedInComputer; readonly nowMs: number }): ReactNode {
  const { computer, nowMs } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const { lastSeenAtMs } = computer;
  return (
    <>
      {t(`computers.platform.${computer.platform}`)} ·{' '}
      {computer.current ? (
        t('computers.here')
      ) : (
        <time dateTime={new Date(lastSeenAtMs).toISOString()} title={format.moment(lastSeenAtMs)}>
          {t('computers.lastSeen', { ago: format.ago(lastSeenAtMs, nowMs) })}
        </time>
      )}
    </>
  );
}

function SignOutOne({ computer }: { readonly computer: SignedInComputer }): ReactNode {
  const { t } = useTranslation();
  const actions = useComputerActions();
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const { name } = computer;
  const signOut = async (): Promise<void> => {
    setBusy(true);
    await actions.signOut(computer);
    setBusy(false);
  };
  return (
    <>
      <Button
        size="small"
        className={css.signOut ?? ''}
        isPending={busy}
        {...(busy ? {} : { 'aria-label': t('computers.signOutNamed', { name }) })}
        onPress={() => setAsking(true)}
      >
        {busy ? t('computers.signingOut') : t('computers.signOut')}
      </Button>
      <Confirm
        open={asking}
        danger
        title={t('computers.askTitle', { name })}
        confirmLabel={t('computers.askConfirm')}
        cancelLabel={t('computers.askCancel')}
        onClose={() => setAsking(false)}
        onConfirm={() => void signOut()}
      >
        {t('computers.askBody')}
      </Confirm>
    </>
  );
}
