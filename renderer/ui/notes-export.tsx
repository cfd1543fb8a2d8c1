import type { TFunction } from 'i18next';
import { Download } from 'lucide-react';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { NotesExport, NotesScope } from '../../contract/domain/note.ts';
import { ask, listen } from '../lib/api.ts';
import { useErrorWords } from '../lib/error-words.ts';
import { useOnce } from '../lib/use-once.ts';
import { useToasts } from '../lib/toasts.ts';
import { Button } from './button.tsx';
import { Checkbox } from './checkbox.tsx';
import { ErrorNotice } from './error-notice.tsx';
import css from './notes-export.module.css';
import { ProgressLine } from './progress-line.tsx';
import { Sheet } from './sheet.tsx';
import { SheetButtons } from './sheet-parts.tsx';

/** The button that writes notes into a file, and the sheet that says what that means. */
export function NotesExportButton(props: {
  readonly scope: NotesScope;
  /** On the dark stage of the player. */
  readonly stage?: boolean;
  readonly onOpenChange?: (open: boolean) => void;
}): ReactNode {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const change = (next: boolean): void => {
    setOpen(next);
    props.onOpenChange?.(next);
  };
  return (
    <>
      <Button
        size="small"
        icon={<Download size={16} aria-hidden />}
        onPress={() => {
          change(true);
        }}
      >
        {t('notes.export')}
      </Button>
      {open && (
        <ExportSheet
          scope={props.scope}
          stage={props.stage ?? false}
          onClose={() => {
            change(false);
          }}
        />
      )}
    </>
  );
}

function ExportSheet(props: {
  readonly scope: NotesScope;
  readonly stage: boolean;
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const [pictures, setPictures] = useState(false);
  const [share, setShare] = useState(0);
  const exporting = useOnce('notes.export');
  const show = useToasts((state) => state.show);
  const stopped = exporting.error?.code === 'cancelled';
  const error = useErrorWords(stopped ? null : exporting.error);
  useEffect(
    () =>
      listen('notes.exporting', ({ doneCount, totalCount }) => {
        setShare(totalCount === 0 ? 0 : doneCount / totalCount);
      }),
    [],
  );
  const run = async (): Promise<void> => {
    setShare(0);
    const words = { notes: t('notes.title'), bookmark: t('notes.bookmark') };
    const written = await exporting.send({ scope: props.scope, pictures, words });
    if (written === null) return;
    props.onClose();
    show({ text: exportWords(written, t) });
  };
  return (
    <Sheet open stage={props.stage} busy={exporting.busy} title={t('notes.exportTitle')} onClose={props.onClose}>
      <div className={css.body}>
        <p>{t('notes.exportBody')}</p>
        <p className={css.plain}>{t('notes.exportPlain')}</p>
        <Checkbox
          label={t('notes.exportPictures')}
          hint={t('notes.exportPicturesHint')}
          checked={pictures}
          isDisabled={exporting.busy}
          onChange={setPictures}
        />
        {exporting.busy && pictures && <ProgressLine share={share} label={t('notes.exporting')} />}
        {error && <ErrorNotice words={error} />}
        <SheetButtons>
          <Button
            onPress={() => {
              if (exporting.busy) void ask('notes.stopExport', null).catch(() => undefined);
              else props.onClose();
            }}
          >
            {exporting.busy ? t('notes.exportStop') : t('notes.exportCancel')}
          </Button>
          <Button look="primary" isPending={exporting.busy} onPress={() => void run()}>
            {t('notes.exportChoose')}
          </Button>
        </SheetButtons>
      </div>
    </Sheet>
  );
}

function exportWords(written: NotesExport, t: TFunction): string {
  const notes = t('notes.exported', { count: written.noteCount });
  return written.missedPictureCount > 0
    ? `${notes} ${t('notes.exportMissed', { count: written.missedPictureCount })}`
    : notes;
}
