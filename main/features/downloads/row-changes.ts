import type { LectureId } from '../../../contract/domain/ids.ts';
import { done, fail } from '../../../contract/result.ts';
import type { Result } from '../../../contract/result.ts';
import type { DownloadRow, Library } from '../../ports.ts';
import { afterEvent } from './state-table.ts';
import type { DownloadEvent } from './state-table.ts';

/** Changes the rows of downloads in the library. */
export interface RowChanges {
  /** Null from `alter` leaves the row; without a row `not-found`. */
  change(id: LectureId, alter: (row: DownloadRow) => DownloadRow | null): Promise<Result<null>>;
  happen(id: LectureId, event: DownloadEvent): Promise<Result<null>>;
}

/** Makes it; `onChange` after each change. */
export function createRowChanges(library: Library, onChange: () => void): RowChanges {
  async function change(id: LectureId, alter: (row: DownloadRow) => DownloadRow | null): Promise<Result<null>> {
    const row = await library.downloads.get(id);
    if (!row.ok) return row;
    if (row.value === null) return fail('not-found');
    const altered = alter(row.value);
    const put = altered === null ? done : await library.downloads.put(altered);
    onChange();
    return put;
  }
  return { change, happen: (id, event) => change(id, (row) => afterEvent(row, event)) };
}
