import { describe, expect, it } from 'vitest';
import type { LectureId } from '../../../contract/domain/ids.ts';
import type { KeepReadyLecture } from '../../ports.ts';
import { nextToKeep } from './keep-ready-rule.ts';

/** One letter a lecture: n new, b begun, c completed, d new with a download, B and C begun or completed with one, r removed by hand, w withdrawn. */
function lecture(letter: string, index: number): KeepReadyLecture {
  const small = letter.toLowerCase();
  return {
    lectureId: String(index + 1) as LectureId,
    progress: small === 'b' ? 'begun' : small === 'c' ? 'completed' : 'none',
    hasDownload: letter === 'd' || letter !== small,
    leftAlone: letter === 'r',
    withdrawn: letter === 'w',
  };
}

describe('D1: the lectures that are kept ready', () => {
  it.each<[string, string, number, string]>([
    ['from the first one when nothing was begun', 'nnnn', 2, '12'],
    ['the next after the one that was begun', 'bnnn', 1, '2'],
    ['the next after the one that was completed', 'ccnnn', 2, '34'],
    ['the furthest counts, not the latest', 'bnncnn', 2, '56'],
    ['what was skipped is not fetched', 'nnbn', 3, '4'],
    ['what has a download counts and is not fetched twice', 'bdnnn', 2, '3'],
    ['all there: nothing', 'bddn', 2, ''],
    ['what the person removed counts and stays away', 'brnn', 2, '3'],
    ['what was withdrawn neither counts nor comes', 'bwnn', 1, '3'],
    ['a withdrawn one that was begun still says where the person is', 'ncnn', 1, '3'],
    ['a lecture that was begun and is here', 'nBnn', 1, '3'],
    ['one that was completed and removed is not fetched again', 'crnn', 1, ''],
    ['fewer are left than wanted', 'cccn', 10, '4'],
    ['the last one was seen', 'nnnc', 5, ''],
    ['an empty course', '', 5, ''],
  ])('D1: %s (%s, %i)', (_, letters, count, expected) => {
    const next = nextToKeep({ count, quality: null, lectures: Array.from(letters, lecture) });
    expect(next.join('')).toBe(expected);
  });
});
