import { dirname, resolve } from 'node:path';
import { lrmFileName } from './lrm/index.ts';

/** Where one asset of one account lies on disk. */
export interface MediaPaths {
  /** The account's media folder. */
  readonly folder: string;
  /** The finished file. */
  readonly finished: string;
  /** The file a transfer is still writing. */
  readonly unfinished: string;
  /** The copy that a repair is still writing. */
  readonly repaired: string;
}

const safeName = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;

/** The folder of an account's encrypted lectures; throws RangeError for an id that is no plain name. */
export function accountMediaFolder(downloadFolder: string, accountId: string): string {
  return inside(resolve(downloadFolder, 'lectoroom'), checked(accountId));
}

/**
 * The paths of one asset. The name is derived from the id under the media key: whoever looks into the folder learns how many lectures there
 * are and how large, not which. Throws RangeError for an account id that is no plain name: ids are checked where they come in.
 */
export function mediaPaths(
  downloadFolder: string,
  accountId: string,
  assetId: string,
  mediaKey: Uint8Array,
): MediaPaths {
  const folder = accountMediaFolder(downloadFolder, accountId);
  const finished = inside(folder, lrmFileName(mediaKey, assetId));
  return { folder, finished, unfinished: `${finished}.part`, repaired: `${finished}.repair` };
}

function checked(id: string): string {
  if (!safeName.test(id)) throw new RangeError('media path: the id is no plain name');
  return id;
}

function inside(folder: string, name: string): string {
  const path = resolve(folder, name);
  if (dirname(path) !== folder) throw new RangeError('media path: outside its folder');
  return path;
}
