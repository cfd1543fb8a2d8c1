import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DownloadFolderView, FolderCandidate } from '../../../contract/domain/folder.ts';
import { useErrorWords } from '../../lib/error-words.ts';
import { awayWords, folderName, useFolder } from '../../lib/folder.ts';
import { useFormat } from '../../lib/format.ts';
import { toAppError } from '../../lib/request-failed.ts';
import { keepAnswer, useAsk } from '../../lib/requests.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import css from './folder-row.module.css';
import { FolderMoving } from './folder-moving.tsx';
import { FolderSheet } from './folder-sheet.tsx';
import { Row } from './row.tsx';

/** Where lectures are kept, and how to keep them elsewhere. */
export function FolderRow(): ReactNode {
  const { t } = useTranslation();
  const client = useQueryClient();
  const folder = useFolder();
  const pick = useAsk('folder.pick');
  const move = useAsk('folder.move');
  const [candidate, setCandidate] = useState<FolderCandidate | null>(null);
  const thrown = pick.error ?? move.error;
  const error = useErrorWords(thrown ? toAppError(thrown) : null);
  if (!folder) return null;
  const choose = (usual: boolean): void => {
    move.reset();
    pick.mutate({ usual }, { onSuccess: setCandidate });
  };
  const agree = (): void => {
    move.mutate(null, {
      onSuccess: (view) => {
        keepAnswer(client, 'folder.read', null, view);
      },
    });
  };
  const canChange = folder.move === null || (folder.move.phase === 'deleting' && folder.move.waitsFor !== null);
  return (
    <>
      <Row title={t('folder.title')} hint={<Where folder={folder} />}>
        {canChange && (
          <div className={css.buttons}>
            {!folder.isUsual && (
              <Button look="quiet" isPending={pick.isPending || move.isPending} onPress={() => choose(true)}>
                {t('folder.back')}
              </Button>
            )}
            <Button isPending={pick.isPending || move.isPending} onPress={() => choose(false)}>
              {t('folder.change')}
            </Button>
          </div>
        )}
      </Row>
      {error && <ErrorNotice words={error} className={css.notice ?? ''} />}
      {folder.move && <FolderMoving move={folder.move} />}
      <FolderSheet
        candidate={candidate}
        isAway={folder.state === 'away'}
        onClose={() => {
          setCandidate(null);
        }}
        onAgree={agree}
      />
    </>
  );
}

/** Its name and drive, and how it is with it now. */
function Where({ folder }: { readonly folder: DownloadFolderView }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const name = folderName(folder, t);
  if (folder.state === 'away')
    return (
      <>
        {name} · <strong className={css.trouble}>{awayWords(folder, t)}</strong>
      </>
    );
  if (folder.state === 'read-only')
    return (
      <>
        {name} · <strong className={css.trouble}>{t('folder.readOnly')}</strong>
      </>
    );
  return folder.freeBytes === null ? name : `${name} · ${t('folder.free', { free: format.bytes(folder.freeBytes) })}`;
}
