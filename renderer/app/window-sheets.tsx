import { useRouterState } from '@tanstack/react-router';
import { type ReactNode, useEffect } from 'react';
import { HelpSheet } from '../features/player/help-sheet.tsx';
import { SearchSheet } from '../features/search/search-sheet.tsx';
import { useSearchKey } from '../features/search/use-search-key.ts';
import { useFindableSettings } from '../features/settings/use-findable-settings.tsx';
import { SignOutSheet } from '../features/sign-out/sign-out-sheet.tsx';
import { AccountSheets } from './account-sheets.tsx';
import { closeSheet, useWindowSheet } from '../lib/window-sheet.ts';
import { useCommands } from './use-commands.tsx';

/** What may lie over any screen, the player too. */
export function WindowSheets(): ReactNode {
  const open = useWindowSheet((state) => state.open);
  const watching = useRouterState({ select: (state) => state.location.pathname.startsWith('/watch/') });
  useSearchKey();
  // Whoever comes next begins without it.
  useEffect(() => closeSheet, []);
  return (
    <>
      {open === 'search' && <Search />}
      <SignOutSheet open={open === 'sign-out'} onClose={closeSheet} />
      <AccountSheets />
      <HelpSheet open={open === 'keys'} offStage={!watching} onOpenChange={closeSheet} />
    </>
  );
}

function Search(): ReactNode {
  return <SearchSheet settings={useFindableSettings()} commands={useCommands()} />;
}
