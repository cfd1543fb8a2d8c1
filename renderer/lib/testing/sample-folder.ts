import type { DownloadFolderView, FolderCandidate } from '../../../contract/domain/folder.ts';

/** The app's own folder, there and with room. */
export const usualFolder: DownloadFolderView = {
  isUsual: true,
  name: null,
  driveName: null,
  state: 'there',
  freeBytes: 41_300_000_000,
  move: null,
};

/** A folder on a drive. */
export const driveFolder: DownloadFolderView = {
  ...usualFolder,
  isUsual: false,
  name: 'Lectures',
  driveName: 'Travel',
};

/** The folder on that drive, before the person agreed to it. */
export const driveCandidate: FolderCandidate = {
  isUsual: false,
  name: 'Lectures',
  driveName: 'Travel',
  freeBytes: 64_000_000_000,
  moveBytes: 12_400_000_000,
  fits: true,
};
