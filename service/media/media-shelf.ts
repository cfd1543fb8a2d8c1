import type { Stats } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import type { AssetId } from '../../contract/domain/ids.ts';
import type { ShelvedAsset } from '../catalogue/courses.ts';
import { ServiceProblem } from '../http/problems.ts';

/** An asset's file, open; whoever opened it closes it. */
export interface OpenAsset {
  readonly handle: FileHandle;
  readonly modifiedAtMs: number;
}

/** The files that can be delivered. */
export interface MediaShelf {
  /** `not-found` for an id the catalogue does not name. */
  find(id: AssetId): ShelvedAsset;
  /** `unavailable` when the file is missing or not of the size the catalogue says. */
  open(asset: ShelvedAsset): Promise<OpenAsset>;
}

/** Files in a folder on disk. */
export function createMediaShelf(mediaFolder: string, assets: ReadonlyMap<AssetId, ShelvedAsset>): MediaShelf {
  return {
    find(id) {
      const asset = assets.get(id);
      if (asset === undefined) throw new ServiceProblem('not-found');
      return asset;
    },
    async open(asset) {
      const handle = await open(join(mediaFolder, asset.file)).catch(() => {
        throw new ServiceProblem('unavailable');
      });
      const stats = await handle.stat().catch((): Stats | null => null);
      if (stats?.size !== asset.sizeBytes) {
        await handle.close();
        throw new ServiceProblem('unavailable');
      }
      return { handle, modifiedAtMs: stats.mtimeMs };
    },
  };
}

/** An asset's strong validator (RFC 9110 §8.8.3): its digest. */
export function entityTagOf(asset: ShelvedAsset): string {
  return `"${asset.sha256}"`;
}
