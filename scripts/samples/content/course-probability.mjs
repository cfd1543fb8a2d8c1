/** The course «Начала теории вероятностей». */
import { tones } from '../palette.mjs';
import * as chance from '../figures/chance.mjs';
import { randomEvents, whatIsProbability } from './probability-chance.mjs';
import { conditional, bayesFormula } from './probability-knowledge.mjs';

const tone = tones.blue;

/** The course with its lectures in order. @type {import('../types.mjs').Course} */
export const courseProbability = {
  id: 'course-probability',
  language: 'ru',
  level: 'beginner',
  topics: ['mathematics', 'probability', 'science'],
  title: 'Начала теории вероятностей',
  summary: 'Кость, урна и дерево: как рассуждать о случае строго и без страха.',
  description:
    'Четыре короткие лекции для тех, кто когда-то решил, что математика не для него. Мы начнём с обычной игральной кости, научимся считать вероятности, увидим, как их меняет новое знание, и дойдём до формулы Байеса — той самой, что объясняет, почему тревожный анализ ещё не диагноз. Понадобятся только дроби и немного терпения.',
  lecturer: {
    id: 'vera-lagutina',
    name: 'Вера Лагутина',
    about:
      'Вера Лагутина двадцать лет преподаёт математику взрослым и начинает каждый курс с того, что раздаёт слушателям по игральной кости.',
  },
  publishedAt: '2025-04-14T09:00:00.000Z',
  words: { opening: 'Вступление', slides: 'Слайды' },
  voice: {
    name: 'ru+f2',
    wordsPerMinute: 150,
    pitch: 44,
    respell: { тест: 'тэст', Тест: 'Тэст', тесте: 'тэсте', больших: "[[bVl;S'yx]]" },
  },
  tones: tone,
  cover: chance.probabilityCover(tone.figure, tone.ground),
  sections: [
    { id: 'chance-and-measure', title: 'Случай и его мера' },
    { id: 'what-knowledge-changes', title: 'Что меняет новое знание' },
  ],
  lectures: [randomEvents, whatIsProbability, conditional, bayesFormula],
};
