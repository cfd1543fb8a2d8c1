import type { TFunction } from 'i18next';
import { useEffect } from 'react';
import type { DownloadFolderView, FolderCandidate } from '../../contract/domain/folder.ts';
import { listen } from './api.ts';
import { useRequest } from './requests.ts';

/** The folder of the downloads as main last told it; null until it did. */
export function useFolder(): DownloadFolderView | null {
  return useRequest('folder.read', null).data ?? null;
}

/** What the folder is called: "Lectures on USB", "Lectures", "The app’s own folder". */
export function folderName(folder: Pick<FolderCandidate, 'isUsual' | 'name' | 'driveName'>, t: TFunction): string {
  const { isUsual, name, driveName } = folder;
  if (isUsual || name === null) return t('folder.usual');
  return driveName === null || driveName === name ? name : t('folder.onDrive', { name, drive: driveName });
}

/** That the folder is not there, by the name of its drive where it has one. */
export function awayWords({ driveName }: Pick<DownloadFolderView, 'driveName'>, t: TFunction): string {
  return driveName === null ? t('folder.away') : t('folder.awayNamed', { drive: driveName });
}

/** Runs once each time the folder is there again, while `wanted`. */
export function useFolderBack(wanted: boolean, onBack: () => void): void {
  useEffect(() => {
    if (!wanted) return undefined;
    let told = false;
    return listen('folder.changed', ({ state }) => {
      if (state !== 'there' || told) return;
      told = true;
      onBack();
    });
  }, [wanted, onBack]);
}
