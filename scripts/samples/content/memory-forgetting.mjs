/** Lectures on forgetting and recalling. */
import { tones } from '../palette.mjs';
import * as forgetting from '../figures/forgetting.mjs';
import * as testing from '../figures/testing.mjs';

const tone = tones.clay;

/** “The forgetting curve”. @type {import('../types.mjs').Lecture} */
export const forgettingCurve = {
  id: 'forgetting-curve',
  sectionId: 'what-forgetting-looks-like',
  title: 'The forgetting curve',
  summary: 'How Hermann Ebbinghaus measured his own forgetting, and what his famous curve really says.',
  cover: forgetting.forgettingCover(tone.figure),
  opening: [
    { text: 'Forgetting feels like a private weakness.' },
    { text: 'In fact it is so regular that it can be measured.' },
  ],
  slides: [
    {
      title: 'One man and his syllables',
      figure: forgetting.nonsenseList(),
      takeaway: 'Nothing to understand, so only memory is measured.',
      sentences: [
        { text: 'Around eighteen eighty, Hermann Ebbinghaus learned lists of syllables that mean nothing.' },
        { text: 'He was the only person in his experiment, and a very patient one.' },
      ],
    },
    {
      title: 'What he measured',
      figure: forgetting.savings(),
      takeaway: 'Savings: work that need not be done again.',
      sentences: [
        { text: 'He noted how long it took until he knew a list by heart.', step: 0 },
        { text: 'Later he learned the same list again. It went faster.', step: 1 },
        { text: 'What he saved in this way shows what was still there: after a day, about a third.', step: 2 },
      ],
    },
    {
      title: 'The curve',
      figure: forgetting.curve(),
      takeaway: 'Steep at first, then flatter and flatter.',
      sentences: [
        { text: 'Here is what he found.', step: 0 },
        { text: 'Within an hour, more than half of the savings is gone.', step: 1 },
        { text: 'But between the second day and the thirty-first, little more is lost.' },
      ],
    },
    {
      title: 'Coming back changes the curve',
      figure: forgetting.returns(),
      takeaway: 'Each review makes the next stretch longer.',
      sentences: [
        { text: 'His lists had no meaning; what you understand stays longer, but it fades as well.', step: 0 },
        { text: 'Return to it, and the curve rises again.', step: 1 },
        { text: 'And each time it falls more slowly than before. That is the whole idea of this course.', step: 2 },
      ],
    },
  ],
};

/** “Remembering is practice”. @type {import('../types.mjs').Lecture} */
export const testingEffect = {
  id: 'testing-effect',
  sectionId: 'what-forgetting-looks-like',
  title: 'Remembering is practice',
  summary: 'Why recalling something teaches more than reading it once more, and how to use it.',
  cover: testing.testingCover(tone.figure, tone.ground),
  opening: [
    { text: 'You have read a chapter, and you have ten minutes left.' },
    { text: 'Will you read it again, or close the book and try to recall it?' },
  ],
  slides: [
    {
      title: 'Two ways to spend the same time',
      figure: testing.twoGroups(),
      sentences: [
        {
          text: 'Two psychologists, Roediger and Karpicke, let students try both.',
          say: 'Two psychologists, Roe-digger and Kar-picky, let students try both.',
          step: 0,
        },
        { text: 'Some read a text and then read it again.', step: 1 },
        { text: 'Others read it once, and then wrote down all they could remember.', step: 2 },
      ],
    },
    {
      title: 'How much was left',
      figure: testing.recallBars(),
      takeaway: 'Reading again wins today; recalling wins next week.',
      sentences: [
        { text: 'After five minutes, those who had read twice were ahead.', step: 1 },
        { text: 'But two days later it was the other way round, and after a week it still was.', step: 2 },
        { text: 'Reading again feels good, and the feeling misleads us.' },
      ],
    },
    {
      title: 'Why the effort helps',
      figure: testing.pathways(),
      takeaway: 'A path to the answer is made by walking it.',
      sentences: [
        { text: 'A memory is of use only if a question can lead you to it.', step: 0 },
        {
          text: 'Every time you find the way yourself, it becomes easier to find. Being shown the answer does much less.',
          step: 1,
        },
      ],
    },
    {
      title: 'How to do it',
      figure: testing.threeSteps(),
      takeaway: 'Ten minutes, a pen and a blank sheet are enough.',
      sentences: [
        { text: 'So after a lecture, close the book.', step: 1 },
        { text: 'Write down what you remember, with all its gaps.', step: 2 },
        { text: 'Then open it and compare. The gaps are not a failure; they show you where to look.', step: 3 },
      ],
    },
  ],
};
