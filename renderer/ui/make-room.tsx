import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LinkButton } from './link-button.tsx';
import { WatchedSheet } from './watched-sheet.tsx';

/** Where there is too little room: shows what could go. */
export function MakeRoom(): ReactNode {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <>
      <LinkButton
        onPress={() => {
          setOpen(true);
        }}
      >
        {t('space.makeRoom')}
      </LinkButton>
      <WatchedSheet
        courseId={null}
        open={open}
        onClose={() => {
          setOpen(false);
        }}
      />
    </>
  );
}
