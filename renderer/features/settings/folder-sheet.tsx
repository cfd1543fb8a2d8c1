import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FolderCandidate } from '../../../contract/domain/folder.ts';
import { folderName } from '../../lib/folder.ts';
import { useFormat } from '../../lib/format.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import css from './sheets.module.css';

/** Asks before lectures move: where to, how much, and whether it fits. */
export function FolderSheet(props: {
  readonly candidate: FolderCandidate | null;
  /** The folder in use is not there: then nothing can be moved. */
  readonly isAway: boolean;
  readonly onAgree: () => void;
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useTranslation();
  // While it closes it still says what it said.
  const [shown, setShown] = useState(props.candidate);
  if (props.candidate !== null && props.candidate !== shown) setShown(props.candidate);
  return (
    <Sheet
      alert
      open={props.candidate !== null}
      title={shown === null ? '' : t('folder.sheet.title', { folder: folderName(shown, t) })}
      onClose={props.onClose}
    >
      {shown && <Asked {...props} candidate={shown} />}
    </Sheet>
  );
}

function Asked(props: Parameters<typeof FolderSheet>[0] & { readonly candidate: FolderCandidate }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { candidate, isAway } = props;
  const [size, free] = [format.bytes(candidate.moveBytes), format.bytes(candidate.freeBytes)];
  const moves = candidate.moveBytes > 0;
  return (
    <div className={css.form}>
      {isAway ? (
        <p>{t('folder.sheet.away')}</p>
      ) : (
        <p>{moves ? t('folder.sheet.body', { size, free }) : t('folder.sheet.nothing', { free })}</p>
      )}
      {moves && candidate.fits && <p className={css.means}>{t('folder.sheet.meanwhile')}</p>}
      {!candidate.fits && (
        <Notice urgent tone="amber" title={t('folder.sheet.full')}>
          {t('folder.sheet.fullBody', { size, free })}
        </Notice>
      )}
      <div className={css.foot}>
        {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- in a dialog the safe answer takes the focus. */}
        <Button autoFocus onPress={props.onClose}>
          {t('folder.sheet.cancel')}
        </Button>
        {candidate.fits && (
          <Button
            look="primary"
            onPress={() => {
              props.onClose();
              props.onAgree();
            }}
          >
            {moves ? t('folder.sheet.move') : t('folder.sheet.use')}
          </Button>
        )}
      </div>
    </div>
  );
}
