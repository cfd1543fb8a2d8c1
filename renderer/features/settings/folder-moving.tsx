import { useQueryClient } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { FolderMove } from '../../../contract/domain/folder.ts';
import { errorWords, useErrorWords } from '../../lib/error-words.ts';
import { useFormat } from '../../lib/format.ts';
import { toAppError } from '../../lib/request-failed.ts';
import { keepAnswer, useAsk } from '../../lib/requests.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ProgressLine } from '../../ui/progress-line.tsx';
import css from './folder-row.module.css';

/** How far a move is, why it waits, and how to call it off. */
export function FolderMoving({ move }: { readonly move: FolderMove }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const client = useQueryClient();
  const stop = useAsk('folder.stopMove');
  const error = useErrorWords(stop.error ? toAppError(stop.error) : null);
  const copies = move.phase === 'copying';
  const words = copies
    ? t('folder.moving.copying', { amount: format.bytesOf(move.doneBytes, move.totalBytes) })
    : t('folder.moving.deleting');
  return (
    <>
      <div className={css.moving}>
        <div className={css.progress}>
          <ProgressLine
            share={move.totalBytes === 0 ? 0 : move.doneBytes / move.totalBytes}
            label={t('folder.moving.title')}
            valueText={words}
            resting={move.waitsFor !== null}
          />
          <p>{words}</p>
        </div>
        {copies && (
          <Button
            isPending={stop.isPending}
            onPress={() => {
              stop.mutate(null, {
                onSuccess: (view) => {
                  keepAnswer(client, 'folder.read', null, view);
                },
              });
            }}
          >
            {t('folder.moving.stop')}
          </Button>
        )}
      </div>
      {error && <ErrorNotice words={error} className={css.notice ?? ''} />}
      {move.waitsFor !== null && (
        <Notice spoken tone="amber" title={waitTitle(move, t)} className={css.notice ?? ''}>
          {t(copies ? 'folder.moving.waits' : 'folder.moving.waitsToDelete')}
        </Notice>
      )}
    </>
  );
}

function waitTitle({ phase, waitsFor }: FolderMove, t: TFunction): string {
  if (waitsFor === 'drive-away')
    return t(phase === 'copying' ? 'folder.moving.driveAway' : 'folder.moving.oldDriveAway');
  return errorWords({ code: waitsFor ?? 'unexpected' }, t).title;
}
