import { sql } from 'kysely';
import type { AssetId } from '../../../../../contract/domain/ids.ts';
import type { LibraryStatements } from './tables.ts';

/** The files that are here or on their way, as a query: of downloads, of the bin, and those that play until another quality is whole. */
export function heldAssets({ build }: LibraryStatements) {
  const previous = build
    .selectFrom('downloads')
    .select(sql<AssetId>`previous ->> '$.assetId'`.as('asset_id'))
    .where('previous', 'is not', null);
  return build
    .selectFrom('downloads')
    .select('asset_id')
    .union(build.selectFrom('bin').select('asset_id'))
    .union(previous);
}
