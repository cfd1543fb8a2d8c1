import type { DownloadFolderView, FolderCandidate } from '../../contract/domain/folder.ts';
import type { Result } from '../../contract/result.ts';
import type { Answers } from '../lib/testing/fake-bridge.ts';
import { driveCandidate, driveFolder, usualFolder } from '../lib/testing/sample-folder.ts';

const ok = <T>(value: T): Result<T> => ({ ok: true, value });

function folderOf(which: string | null): DownloadFolderView {
  const move = { doneBytes: 4_200_000_000, totalBytes: 12_400_000_000, phase: 'copying', waitsFor: null } as const;
  switch (which) {
    case 'drive':
      return driveFolder;
    case 'away':
      return { ...driveFolder, state: 'away', freeBytes: null };
    case 'read-only':
      return { ...driveFolder, state: 'read-only' };
    case 'moving':
      return { ...usualFolder, move };
    case 'waiting':
      return { ...usualFolder, move: { ...move, waitsFor: 'drive-away' } };
    case 'tidying':
      return { ...driveFolder, move: { ...move, phase: 'deleting', doneBytes: move.totalBytes } };
    default:
      return usualFolder;
  }
}

/** What main answers about the folder; `folder=drive|away|read-only|moving|waiting|tidying`, `fits=no`. */
export function folderAnswers(asked: URLSearchParams, tell: (view: DownloadFolderView) => void): Answers {
  let view = folderOf(asked.get('folder'));
  const isRussian = asked.get('lang') === 'ru';
  const named = (folder: DownloadFolderView): DownloadFolderView =>
    isRussian && folder.name !== null ? { ...folder, name: 'Лекции', driveName: 'Дорожный' } : folder;
  view = named(view);
  const candidate = (usual: boolean): FolderCandidate => ({
    ...driveCandidate,
    ...(isRussian ? { name: 'Лекции', driveName: 'Дорожный' } : {}),
    ...(usual ? { isUsual: true, name: null, driveName: null } : {}),
    ...(asked.get('fits') === 'no' ? { fits: false, freeBytes: 800_000_000 } : {}),
    ...(view.state === 'away' ? { moveBytes: 0 } : {}),
  });
  let usual = false;
  return {
    'folder.read': () => ok(view),
    'folder.pick': (input) => {
      ({ usual } = input);
      return ok(candidate(usual));
    },
    'folder.move': () => {
      const target = usual ? usualFolder : named(driveFolder);
      const totalBytes = 12_400_000_000;
      let doneBytes = 0;
      const timer = setInterval(() => {
        doneBytes = Math.min(totalBytes, doneBytes + totalBytes / 20);
        if (view.move === null) return clearInterval(timer);
        const isOver = doneBytes === totalBytes;
        view = isOver ? target : { ...view, move: { phase: 'copying', doneBytes, totalBytes, waitsFor: null } };
        tell(view);
        if (isOver) clearInterval(timer);
      }, 250);
      view = { ...view, move: { phase: 'copying', doneBytes, totalBytes, waitsFor: null } };
      return ok(view);
    },
    'folder.stopMove': () => {
      view = { ...view, move: null };
      return ok(view);
    },
  };
}
