import { expect, it } from 'vitest';
import { LectureId, NoteId } from '../../../contract/domain/ids.ts';
import { escapeText, notesMarkdown, placeWords } from './markdown.ts';

const words = { notes: 'Notes', bookmark: 'Bookmark' };
const lectureId = LectureId.parse('l1');
const noteId = (digit: number) => NoteId.parse(`00000000-0000-4000-8000-00000000000${digit}`);

it('C5: headings by lecture, places as links back, pictures where there are', () => {
  const text = notesMarkdown({
    courseTitle: 'How Video\nFinds Its *Place*',
    words,
    pictures: new Map([[noteId(1), 'Notes/01-001-12-30.png']]),
    lectures: [
      {
        lectureId,
        title: '# Where does a frame begin?',
        notes: [
          { id: noteId(1), lectureId, positionMs: 750_900, text: 'First line\nsecond\n\nthird', changedAtMs: 1 },
          { id: noteId(2), lectureId, positionMs: 3_909_000, text: ' ', changedAtMs: 1 },
        ],
      },
    ],
  });
  expect(text).toBe(String.raw`# How Video Finds Its \*Place\*

## \# Where does a frame begin?

[12:30](lectoroom://lecture/l1?t=750) First line\
second

third

![12:30](<Notes/01-001-12-30.png>)

[1:05:09](lectoroom://lecture/l1?t=3909) *Bookmark*
`);
});

it.each([
  ['![x](http://evil/p.png)', String.raw`!\[x\](http://evil/p.png)`],
  ['[click](javascript:alert(1))', String.raw`\[click\](javascript:alert(1))`],
  ['<script>alert(1)</script>', String.raw`\<script\>alert(1)\</script\>`],
  ['&lt;b&gt;', String.raw`\&lt;b\&gt;`],
  ['# heading', String.raw`\# heading`],
  ['a\n===', 'a\\\n\\=\\=\\='],
  ['a\n---', 'a\\\n\\---'],
  ['- item', String.raw`\- item`],
  ['+ item', String.raw`\+ item`],
  ['12. item', String.raw`12\. item`],
  ['12) item', String.raw`12\) item`],
  ['> quote', String.raw`\> quote`],
  ['```\ncode', '\\`\\`\\`\\\ncode'],
  ['~~~', String.raw`\~\~\~`],
  ['a | b', String.raw`a \| b`],
  ['[[page]] #tag $x$ %%c%% ==m== ^up', String.raw`\[\[page\]\] \#tag \$x\$ \%\%c\%\% \=\=m\=\= \^up`],
  ['{{x}} <% y %>', String.raw`\{\{x\}\} \<\% y \%\>`],
  ['back\\slash', String.raw`back\\slash`],
  ['first\n    indented', 'first\\\n\u00a0\u00a0\u00a0\u00a0indented'],
  ['first\n\ttab', 'first\\\n\u00a0\u00a0\u00a0\u00a0tab'],
  ['ends with two spaces  \nnext', 'ends with two spaces\\\nnext'],
  ['a\r\nb\u2028c\u202ed\u0007', 'a\\\nb\\\ncd'],
  ['a\n\n\n\nb', 'a\n\nb'],
])('C5: %j cannot become anything but text', (text, markdown) => {
  expect(escapeText(text)).toBe(markdown);
});

it('C5: places read as on the clock', () => {
  expect([0, 59_999, 60_000, 3_600_000, 36_005_000].map(placeWords)).toEqual([
    '0:00',
    '0:59',
    '1:00',
    '1:00:00',
    '10:00:05',
  ]);
});
