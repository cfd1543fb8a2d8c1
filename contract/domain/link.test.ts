import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { LectureId } from './ids.ts';
import { lectureLink, parseLink } from './link.ts';

it('C5 I5: reads the links the app writes', () => {
  expect(parseLink('lectoroom://lecture/l-1.a_b?t=750')).toEqual({
    kind: 'lecture',
    lectureId: 'l-1.a_b',
    positionMs: 750_000,
  });
  expect(parseLink('lectoroom://lecture/l1')).toEqual({ kind: 'lecture', lectureId: 'l1', positionMs: null });
  expect(parseLink('lectoroom://course/c1')).toEqual({ kind: 'course', courseId: 'c1' });
  const id = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/);
  fc.assert(
    fc.property(id, fc.integer({ min: 0, max: 999_999_999 }), (lectureId, positionMs) => {
      expect(parseLink(lectureLink(LectureId.parse(lectureId), positionMs))).toEqual({
        kind: 'lecture',
        lectureId,
        positionMs: Math.floor(positionMs / 1000) * 1000,
      });
    }),
  );
});

const refused = [
  '',
  'lectoroom:',
  'lectoroom://',
  'lectoroom:lecture/l1',
  'LECTOROOM://lecture/l1',
  ' lectoroom://lecture/l1',
  'lectoroom://lecture/l1\n',
  'lectoroom://lecture/l1\nx',
  'lectoroom://lecture/',
  'lectoroom://lecture/l1/',
  'lectoroom://lecture/l1/../x',
  'lectoroom://lecture/..',
  'lectoroom://lecture/l%201',
  'lectoroom://lecture/л1',
  `lectoroom://lecture/${'a'.repeat(65)}`,
  'lectoroom://lecture/l1?',
  'lectoroom://lecture/l1?t=',
  'lectoroom://lecture/l1?t=-1',
  'lectoroom://lecture/l1?t=1.5',
  'lectoroom://lecture/l1?t=1e3',
  'lectoroom://lecture/l1?t=1000000',
  'lectoroom://lecture/l1?t=١',
  'lectoroom://lecture/l1?t=1&t=2',
  'lectoroom://lecture/l1?t=1#x',
  'lectoroom://lecture/l1?x=1',
  'lectoroom://lecture/l1#t=1',
  'lectoroom://user@lecture/l1',
  'lectoroom://lecture:80/l1',
  'lectoroom://course/c1?t=1',
  'lectoroom://download/l1',
  'lectoroom://settings/x',
  'https://lecture/l1',
  'javascript:lectoroom://lecture/l1',
];

it.each(refused)('I5: refuses %j', (text) => {
  expect(parseLink(text)).toBeNull();
});

it('I5: whatever the words, a link is read to known parts or refused', () => {
  fc.assert(
    fc.property(fc.string(), (tail) => {
      const link = parseLink(`lectoroom://lecture/${tail}`);
      expect(link === null || (link.kind === 'lecture' && LectureId.safeParse(link.lectureId).success)).toBe(true);
    }),
  );
});
