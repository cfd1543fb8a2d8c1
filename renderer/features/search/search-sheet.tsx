import type { ReactNode } from 'react';
import { Dialog, Modal, ModalOverlay } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Findable } from '../../lib/findable.ts';
import { useNarrowing, wide } from '../../lib/search-narrowing.ts';
import { closeSheet } from '../../lib/window-sheet.ts';
import { SearchPanel } from './search-panel.tsx';
import css from './search.module.css';

/** One field over everything: what the library has, what was noted, the settings, and what the app can do. */
export function SearchSheet(props: {
  readonly settings: readonly Findable[];
  readonly commands: readonly Findable[];
}): ReactNode {
  const { t } = useTranslation();
  return (
    <ModalOverlay
      isOpen
      isDismissable
      className={css.curtain ?? ''}
      onOpenChange={(open) => {
        if (open) return;
        useNarrowing.setState(wide);
        closeSheet();
      }}
    >
      <Modal className={css.sheet ?? ''}>
        <Dialog aria-label={t('search.title')} className={css.dialog ?? ''}>
          <SearchPanel settings={props.settings} commands={props.commands} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
