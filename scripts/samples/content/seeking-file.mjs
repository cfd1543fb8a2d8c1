/** Lectures on what is inside a video file. */
import { tones } from '../palette.mjs';
import * as container from '../figures/container.mjs';
import * as frames from '../figures/frames.mjs';

const tone = tones.green;

/** “Why a picture needs its neighbours”. @type {import('../types.mjs').Lecture} */
export const keyframes = {
  id: 'keyframes',
  sectionId: 'inside-the-file',
  title: 'Why a picture needs its neighbours',
  summary: 'Keyframes, the pictures between them, and why a player can only begin at certain places.',
  cover: frames.framesCover(tone.figure, tone.ground),
  opening: [
    { text: 'What does a player do when you click in the middle of a lecture?' },
    { text: 'To see it, we first look at how a moving picture is stored.' },
  ],
  slides: [
    {
      title: 'Still pictures, twenty-five a second',
      figure: frames.rawAndCompressed(),
      takeaway: 'Compression makes the file a few hundred times smaller.',
      sentences: [
        { text: 'A video is a row of still pictures, twenty-five of them each second.', step: 0 },
        { text: 'Stored as they are, at this size, they would take sixty-nine megabytes for every second.', step: 1 },
        { text: 'Compressed, the same second takes about a quarter of a megabyte.', step: 2 },
      ],
    },
    {
      title: 'Most pictures only say what changed',
      figure: frames.seenAndStored(),
      takeaway: 'A keyframe is complete; the others build on it.',
      sentences: [
        { text: 'The trick is that neighbours look alike.', step: 0 },
        { text: 'So one picture is stored whole. It is called a keyframe.', step: 1 },
        { text: 'The ones after it only say what has changed.', step: 2 },
      ],
    },
    {
      title: 'No picture stands alone',
      figure: frames.chainBack(),
      takeaway: 'Back to the last keyframe, then forward again.',
      sentences: [
        { text: 'This has a price: a list of changes cannot be drawn by itself.', step: 1 },
        {
          text: 'The decoder needs the picture before, and the one before that, all the way back to a keyframe.',
          step: 2,
        },
        { text: 'Some pictures also borrow from a later neighbour, but the rule stays the same.' },
      ],
    },
    {
      title: 'You ask for second 5.2',
      figure: frames.decodeFromDoor(),
      sentences: [
        { text: 'Suppose you ask for second five point two, and keyframes come every two seconds.', step: 0 },
        { text: 'The decoder goes back to second four.', step: 1 },
        { text: 'From there it works through thirty pictures that nobody sees, and only then shows yours.', step: 2 },
      ],
    },
    {
      title: 'Many doors or few',
      figure: frames.manyOrFewDoors(),
      takeaway: 'For lectures, two seconds between keyframes is a good habit.',
      sentences: [
        { text: 'Keyframes are the doors of a video.', step: 0 },
        { text: 'With many doors seeking is quick, and the file is larger.', step: 1 },
        { text: 'With few doors the file is smaller, and each jump costs more work.', step: 2 },
      ],
    },
  ],
};

/** “The box and its table of contents”. @type {import('../types.mjs').Lecture} */
export const containers = {
  id: 'containers',
  sectionId: 'inside-the-file',
  title: 'The box and its table of contents',
  summary: 'How an MP4 file holds pictures, sound and an index, and why the place of the index matters.',
  cover: container.containerCover(tone.figure, tone.ground),
  opening: [
    { text: 'A video file is less like a reel of film and more like a well-kept book.' },
    { text: 'Today we open it and look for its table of contents.' },
  ],
  slides: [
    {
      title: 'Two streams, one file',
      figure: container.interleaved(),
      takeaway: 'What belongs to one moment lies close together.',
      sentences: [
        { text: 'Pictures and sound are compressed separately.', step: 0 },
        {
          text: 'The container weaves them together in small turns, so that what you see and hear at one moment is also close together in the file.',
          step: 1,
        },
      ],
    },
    {
      title: 'Boxes',
      figure: container.boxes(),
      sentences: [
        { text: 'An MP4 file is made of boxes.', step: 0 },
        { text: 'A short one says what kind of file this is.', step: 1 },
        {
          text: 'A very large one, called mdat, holds the pictures and the sound themselves.',
          say: 'A very large one, called em-dat, holds the pictures and the sound themselves.',
          step: 2,
        },
        {
          text: 'And a small one, called moov, holds the index.',
          say: 'And a small one, called moove, holds the index.',
          step: 3,
        },
      ],
    },
    {
      title: 'What the index knows',
      figure: container.indexTable(),
      sentences: [
        {
          text: 'For every picture the index knows when it is shown, where its bytes begin, how many there are, and whether it is a keyframe.',
          step: 1,
        },
        { text: 'So the player can find any moment without reading the rest of the file.', step: 2 },
      ],
    },
    {
      title: 'At the end or at the front?',
      figure: container.indexEndOrFront(),
      takeaway: 'An index at the front is called fast start.',
      sentences: [
        { text: 'One thing is left to whoever makes the file: where to put the index.' },
        {
          text: 'When it lies at the end, a player on the network must jump there and back before it can show anything.',
          step: 1,
        },
        { text: 'When it lies at the front, the first bytes already tell everything.', step: 2 },
      ],
    },
  ],
};
