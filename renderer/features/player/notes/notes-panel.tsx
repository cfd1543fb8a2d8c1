import { Bookmark, Link, Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Note } from '../../../../contract/domain/note.ts';
import type { LectureId, NoteId } from '../../../../contract/domain/ids.ts';
import { useKeys } from '../../../lib/keys/use-keys.ts';
import { useAsk, useRequest } from '../../../lib/requests.ts';
import { Button } from '../../../ui/button.tsx';
import { Checkbox } from '../../../ui/checkbox.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { NoteItem } from '../../../ui/note-item.tsx';
import { NotesExportButton } from '../../../ui/notes-export.tsx';
import css from './notes-panel.module.css';

/** The notes of the lecture beside its picture. */
export function NotesPanel(props: {
  readonly lectureId: LectureId;
  readonly notes: readonly Note[];
  readonly editingId: NoteId | null;
  readonly onEdit: (id: NoteId | null) => void;
  readonly onAdd: (kind: 'note' | 'bookmark') => void;
  readonly onCopyLink: () => void;
  readonly onJump: (positionMs: number) => void;
}): ReactNode {
  const { t } = useTranslation();
  const keys = useKeys();
  const pauses = useRequest('settings.read', null).data?.notePauses ?? false;
  const settings = useAsk('settings.update');
  const { notes } = props;
  return (
    <div className={css.panel}>
      <div className={css.tools}>
        <Button
          size="small"
          icon={<Plus size={16} aria-hidden />}
          onPress={() => {
            props.onAdd('note');
          }}
        >
          {t('notes.new')}
        </Button>
        <IconButton
          label={t('notes.addBookmark')}
          shortcut={keys.of('bookmark')[0]}
          placement="bottom"
          onPress={() => {
            props.onAdd('bookmark');
          }}
        >
          <Bookmark size={18} aria-hidden />
        </IconButton>
        <IconButton label={t('notes.copyLinkHere')} placement="bottom" onPress={props.onCopyLink}>
          <Link size={18} aria-hidden />
        </IconButton>
      </div>
      <div className={css.scroll}>
        {notes.length === 0 ? (
          <p className={css.nothing}>{t('notes.none')}</p>
        ) : (
          <ol aria-label={t('notes.title')}>
            {notes.map((note) => (
              <NoteItem
                key={note.id}
                note={note}
                stage
                editing={note.id === props.editingId}
                onJump={({ positionMs }) => {
                  props.onJump(positionMs);
                }}
                onEdit={(editing) => {
                  props.onEdit(editing ? note.id : null);
                }}
              />
            ))}
          </ol>
        )}
      </div>
      <div className={css.foot}>
        <Checkbox
          label={t('notes.pauses')}
          checked={pauses}
          onChange={(notePauses) => {
            settings.mutate({ notePauses });
          }}
        />
        {notes.length > 0 && <NotesExportButton stage scope={{ kind: 'lecture', lectureId: props.lectureId }} />}
      </div>
    </div>
  );
}
