import type { ReactNode } from 'react';
import type { AccountState } from '../../../contract/domain/account.ts';
import { type SettingsPartProps, useChangeSettings } from '../../features/settings/use-change-settings.ts';
import { useRequest } from '../requests.ts';
import type { Answers } from './fake-bridge.ts';
import { renderPart, type RunningApp } from './render-app.tsx';

interface BlockProps extends SettingsPartProps {
  readonly account: Extract<AccountState, { kind: 'signed-in' }>;
}

/** Starts the interface with one block of the settings, given what the screen of the settings gives it. */
export function renderSettings(Block: (props: BlockProps) => ReactNode, answers: Answers = {}): RunningApp {
  return renderPart(function Part() {
    const settings = useRequest('settings.read', null).data;
    const account = useRequest('account.read', null).data;
    const { change } = useChangeSettings();
    if (!settings || account?.kind !== 'signed-in') return null;
    return <Block settings={settings} account={account} onChange={change} />;
  }, answers);
}
