import type { BrowseCard, BrowsePiece, BrowsePlace, LecturerView, NextItem } from '../../../contract/domain/browse.ts';
import { fail, ok } from '../../../contract/result.ts';
import type { Result } from '../../../contract/result.ts';
import type { CourseBrief, Library, NextLecture } from '../../ports.ts';
import { coverUrl } from './course-views.ts';

/** Looking through the catalogue. */
export interface Browse {
  /** A piece of the list of all courses: so many that passing one on takes Electron's main thread well under 8 ms. */
  courses(after: BrowsePlace | null): Promise<Result<BrowsePiece>>;
  nextUp(): Promise<Result<readonly NextItem[]>>;
  lecturer(id: string): Promise<Result<LecturerView>>;
}

/** How many courses go into a piece, and how many lectures into "next". */
export const pieceSize = 200;
const nextUpCount = 12;

/** Makes it. */
export function createBrowse({ library }: { readonly library: Pick<Library, 'browse'> }): Browse {
  return {
    async courses(after) {
      const found = await library.browse.courses(after, pieceSize);
      if (!found.ok) return found;
      const last = found.value.at(-1);
      const isWhole = found.value.length === pieceSize && last !== undefined;
      return ok({
        courses: found.value.map(browseCardOf),
        next: isWhole ? { publishedAt: last.publishedAt, courseId: last.id } : null,
      });
    },
    async nextUp() {
      const found = await library.browse.nextUp(nextUpCount);
      return found.ok ? ok(found.value.map(nextItemOf)) : found;
    },
    async lecturer(id) {
      const found = await library.browse.lecturer(id);
      if (!found.ok) return found;
      if (found.value === null) return fail('not-found');
      const { lecturer, courses } = found.value;
      return ok({ lecturer, courses: courses.map(browseCardOf) });
    },
  };
}

/** A course of the list with its picture's address. */
export function browseCardOf({ coverAssetId, ...brief }: CourseBrief): BrowseCard {
  return { ...brief, coverUrl: coverUrl(coverAssetId) };
}

function nextItemOf({ coverAssetId, ...next }: NextLecture): NextItem {
  return { ...next, coverUrl: coverUrl(coverAssetId) };
}
