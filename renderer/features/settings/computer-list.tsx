import { MonitorSmartphone } from 'lucide-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SignedInComputer } from '../../../contract/domain/account.ts';
import { useNow } from '../../lib/use-now.ts';
import { Button } from '../../ui/button.tsx';
import { Confirm } from '../../ui/confirm.tsx';
import { ComputerLine } from './computer-line.tsx';
import css from './computers.module.css';
import { useComputerActions } from './use-computers.ts';

const tickMs = 30_000;
/** Longer than the question takes to leave the screen. */
const settledMs = 300;

/** The computers, this one first; when there is no other, it says so in the place of the next line. */
export function ComputerList({ computers }: { readonly computers: readonly SignedInComputer[] }): ReactNode {
  const { t } = useTranslation();
  const nowMs = useNow(tickMs);
  const list = useRef<HTMLUListElement>(null);
  const before = useRef(computers.length);
  const others = computers.filter((computer) => !computer.current).length;
  useEffect(() => {
    const fewer = computers.length < before.current;
    before.current = computers.length;
    if (!fewer) return undefined;
    // The button that had the focus left with its line: without this the keyboard would begin at the top of the window.
    const timer = setTimeout(() => {
      if (document.activeElement === document.body) list.current?.focus();
    }, settledMs);
    return () => {
      clearTimeout(timer);
    };
  }, [computers.length]);
  return (
    <>
      <ul ref={list} tabIndex={-1} className={css.list} aria-label={t('computers.title')}>
        {computers.map((computer) => (
          <ComputerLine key={computer.id} computer={computer} nowMs={nowMs} />
        ))}
        {others === 0 && <OnlyThis />}
      </ul>
      {others > 1 && <SignOutOthers count={others} />}
    </>
  );
}

function OnlyThis(): ReactNode {
  const { t } = useTranslation();
  return (
    <li className={css.line}>
      <div className={css.who}>
        <MonitorSmartphone size={20} aria-hidden className={css.icon} />
        <div className={css.words}>
          <p>{t('computers.onlyThis')}</p>
          <p className={css.meta}>{t('computers.onlyThisHint')}</p>
        </div>
      </div>
    </li>
  );
}

function SignOutOthers({ count }: { readonly count: number }): ReactNode {
  const { t } = useTranslation();
  const actions = useComputerActions();
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const signOut = async (): Promise<void> => {
    setBusy(true);
    await actions.signOutOthers(count);
    setBusy(false);
  };
  return (
    <div className={css.all}>
      <Button size="small" isPending={busy} onPress={() => setAsking(true)}>
        {busy ? t('computers.signingOut') : t('computers.others')}
      </Button>
      <Confirm
        open={asking}
        danger
        title={t('computers.othersTitle', { count })}
        confirmLabel={t('computers.othersConfirm', { count })}
        cancelLabel={t('computers.othersCancel')}
        onClose={() => setAsking(false)}
        onConfirm={() => void signOut()}
      >
        {t('computers.othersBody')}
      </Confirm>
    </div>
  );
}
