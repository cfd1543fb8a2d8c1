import { sampleAccounts } from '../../service/sample-accounts.ts';
import { textNeedles } from './find-plaintext.ts';
import type { Needles } from './find-plaintext.ts';
import { sampleFile } from './samples.ts';
import type { SampleCourse, SampleLecture } from './samples.ts';

/** Everything of a sample person and a watched sample lecture that must not lie on the disk in clear. */
export function tracesOf(course: SampleCourse, lecture: SampleLecture): Needles {
  const [person] = sampleAccounts;
  const captions = sampleFile(lecture.captionFile).toString('utf8');
  const spoken = captions
    .split('\n')
    .filter((line) => line.length > 20 && !line.includes('-->'))
    .slice(2, 5);
  const picture = sampleFile(lecture.mediaFiles['720p']);
  const middle = Math.floor(picture.length / 2);
  return {
    ...textNeedles('e-mail', person?.email ?? ''),
    ...textNeedles('name', person?.name ?? ''),
    ...textNeedles('password', person?.password ?? ''),
    ...textNeedles('lecture title', lecture.title),
    ...textNeedles('course title', course.title),
    ...(Object.assign({}, ...spoken.map((line, index) => textNeedles(`caption ${index + 1}`, line))) as Needles),
    'lecture bytes (middle)': picture.subarray(middle, middle + 48),
    'lecture bytes (end)': picture.subarray(picture.length - 48),
  };
}
