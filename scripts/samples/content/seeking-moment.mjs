/** Lectures on finding a moment in it. */
import { tones } from '../palette.mjs';
import * as click from '../figures/click.mjs';
import * as ranges from '../figures/ranges.mjs';

const tone = tones.green;

/** “Asking for the middle of a file”. @type {import('../types.mjs').Lecture} */
export const byteRanges = {
  id: 'byte-ranges',
  sectionId: 'finding-the-moment',
  title: 'Asking for the middle of a file',
  summary: 'Byte ranges in HTTP: how a player fetches one part of a large file, and what a server may answer.',
  cover: ranges.rangesCover(tone.figure),
  opening: [
    { text: 'Your lecture lies on a server, and you want its second half now.' },
    { text: 'Must the first half come over the wire as well? It need not.' },
  ],
  slides: [
    {
      title: 'A part, please',
      figure: ranges.askAndAnswer(),
      sentences: [
        { text: 'The player names the file, and the range of bytes that it wants.', step: 0 },
        {
          text: 'The server answers with number two hundred and six, partial content, and says which part of how many bytes this is.',
          step: 1,
        },
      ],
    },
    {
      title: 'Counted from zero, both ends included',
      figure: ranges.countingBytes(),
      takeaway: 'From 2 to 5 is four bytes, not three.',
      sentences: [
        { text: 'Here is a file of ten bytes. The first one is number zero.', step: 0 },
        { text: 'From two to five means four bytes, because both ends belong to it.', step: 1 },
        { text: 'You may leave the end open, or ask only for the last few.', step: 2 },
      ],
    },
    {
      title: 'Three honest answers',
      figure: ranges.threeAnswers(),
      sentences: [
        { text: 'Two hundred means: here is the whole file.', step: 1 },
        { text: 'Two hundred and six: here is the part you asked for.', step: 2 },
        {
          text: 'Four hundred and sixteen: the file has no such bytes. The answer can add how long it really is.',
          step: 3,
        },
      ],
    },
    {
      title: 'Is it still the same file?',
      figure: ranges.sameFile(),
      sentences: [
        {
          text: 'A download stops half-way and goes on tomorrow. Each version of a file has a tag, and the player has kept it.',
          say: 'A download stops half-way and goes on tomorrow. Each version of a file has a tag, and the player has kept it.',
          step: 0,
        },
        { text: 'Now it asks for the rest, on condition that the tag is still the same.', step: 1 },
        { text: 'If so, only the missing bytes come.', step: 2 },
        {
          text: 'If not, the new file comes from its beginning, and two halves that do not fit are never glued together.',
          step: 3,
        },
      ],
    },
  ],
};

/** “From click to picture”. @type {import('../types.mjs').Lecture} */
export const clickToPicture = {
  id: 'click-to-picture',
  sectionId: 'finding-the-moment',
  title: 'From click to picture',
  summary: 'All the pieces together: the whole way from a click on the bar to the right picture.',
  cover: click.clickCover(tone.figure, tone.ground),
  opening: [
    { text: 'Now we have all the pieces: keyframes, the index and byte ranges.' },
    { text: 'Let us follow a single click all the way.' },
  ],
  slides: [
    {
      title: 'A place becomes a time',
      figure: click.clickToTime(),
      sentences: [
        { text: 'Our lecture lasts thirty minutes.', step: 0 },
        { text: 'You click a little before the middle of the bar.', step: 1 },
        { text: 'The player turns the place into a time: twelve minutes, thirty-five seconds.', step: 2 },
      ],
    },
    {
      title: 'A time becomes a keyframe',
      figure: click.doorBefore(),
      sentences: [
        { text: 'The index is asked for the last keyframe that is not later than this time.', step: 0 },
        { text: 'It is at twelve thirty-four, one second earlier.', step: 1 },
      ],
    },
    {
      title: 'A keyframe becomes bytes',
      figure: click.neededBytes(),
      takeaway: 'Everything else stays where it is.',
      sentences: [
        { text: 'The same index says where in the file this keyframe begins.', step: 1 },
        {
          text: 'The player asks for the bytes from there on, enough for a few seconds, and skips the ninety-four megabytes before.',
          step: 2,
        },
      ],
    },
    {
      title: 'Bytes become a picture',
      figure: click.silentThenShown(),
      sentences: [
        {
          text: 'The decoder starts at the keyframe and works through one second of pictures without showing them.',
          step: 0,
        },
        { text: 'Then the right one appears, and the sound begins with it.', step: 1 },
      ],
    },
    {
      title: 'Fast or exact',
      figure: click.fastOrExact(),
      takeaway: 'Good players do both, each at its moment.',
      sentences: [
        {
          text: 'While you drag the knob, you want speed. Many players then show keyframes only, for they need no other picture.',
          step: 1,
        },
        { text: 'When you let go, you want exactness, and now that one second of extra work is well spent.', step: 2 },
      ],
    },
  ],
};
