import type { WordLanguage } from './vocabulary.ts';

const topics = {
  en: 'Astronomy,Biology,Chemistry,Physics,Geometry,Algebra,Statistics,Programming,Economics,Law,Ancient history,Modern history,Art,Architecture,Music,Literature,Linguistics,Philosophy,Psychology,Medicine,Ecology,Geography,Engineering,Design',
  ru: 'Астрономия,Биология,Химия,Физика,Геометрия,Алгебра,Статистика,Программирование,Экономика,Право,Древняя история,Новая история,Искусство,Архитектура,Музыка,Литература,Языкознание,Философия,Психология,Медицина,Экология,География,Техника,Оформление',
} as const;

const given = {
  en: 'Ada Emma Clara Ruth Alice Nora Vera Irene Hugo Peter Oscar Simon Felix Anton Leo Martin Daniel Victor Edwin Paul'.split(
    ' ',
  ),
  ru: 'Анна Вера Ирина Ольга Мария Елена Нина Софья Тамара Дарья Иван Пётр Антон Павел Фёдор Лев Олег Борис Егор Глеб'.split(
    ' ',
  ),
} as const;

/** No ending tells a man from a woman. */
const family = {
  en: 'Holt Lindgren Moreau Keller Novak Hale Okafor Tanaka Silva Brandt Costa Ferris Grant Ibsen Jansen Lowe Marsh Quinn Rosen Vance'.split(
    ' ',
  ),
  ru: 'Шевченко Гурко Дурново Сизых Черных Белых Долгих Живаго Хитрово Ткач Мороз Коваль Гончар Сорока Бондарь Крамар Зима Верба Дубко Лысенко'.split(
    ' ',
  ),
} as const;

/** Topics that courses of a language share. */
export function topicsOf(language: WordLanguage): readonly string[] {
  return topics[language].split(',');
}

/** The name of the lecturer with a number, in a language. */
export function lecturerNames(number: number, language: WordLanguage): string {
  const first = given[language][number % given[language].length] ?? '';
  const last = family[language][Math.floor(number / given[language].length) % family[language].length] ?? '';
  return `${first} ${last}`;
}
