import { qualities } from '../../../contract/domain/course.ts';
import type { Lecture, MediaAsset, Quality } from '../../../contract/domain/course.ts';

/** The file of a lecture in the wanted quality, else the next lower one, else the next higher; a lecture always has one. */
export function chooseMedia(lecture: Lecture, wanted: Quality): MediaAsset {
  const rank = (quality: Quality) => qualities.indexOf(quality);
  const byRank = lecture.media.toSorted((one, other) => rank(one.quality) - rank(other.quality));
  const chosen = byRank.find(({ quality }) => rank(quality) >= rank(wanted)) ?? byRank.at(-1);
  if (chosen === undefined) throw new Error('a lecture without media passed the schema');
  return chosen;
}
