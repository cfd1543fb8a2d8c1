/** A query and what a person who types it means: the kind and the title, the name, or the words that are said. */
export interface JudgedQuery {
  readonly language: 'en' | 'ru';
  readonly text: string;
  readonly kind: 'course' | 'lecture' | 'lecturer' | 'transcript';
  readonly expected: string;
}

/** Sixty queries, judged by hand once, before anything was found with them: whole words, other forms, beginnings, slips, names, topics, what is said. */
export const judgedQueries: readonly JudgedQuery[] = [
  ...judged(
    'en',
    `
light lenses = course: Light and Lenses
refraction = lecture: Refraction at a flat surface
telescop = lecture: Building a telescope
soap bubble = transcript: a soap bubble owes its colours to a thin film
kirchhof = lecture: Ohm and Kirchhoff
capacitors = lecture: Capacitors
thermodynamics = course: The Heat Engine
entropy = course: The Heat Engine
mitochondrion = lecture: Mitochondria
mendel peas = lecture: Mendel and his peas
genetics = course: Genes and Inheritance
okoro = lecturer: Samuel Okoro
selecting = lecture: Natural selection
maillard = transcript: the Maillard reaction needs a dry and hot surface
derivitive = lecture: The derivative
eigenvecto = lecture: Eigenvectors
induction dominoes = lecture: Induction
overfiting = lecture: Overfitting
gradient desc = lecture: Gradient descent
neural network = lecture: Neural networks
shortest path = lecture: Shortest paths
hana suzuki = lecturer: Hana Suzuki
databases = course: Databases that Last
elephants alps = lecture: Hannibal
rubicon = transcript: the die is cast he said at the Rubicon
impresionism = lecture: Impressionism
octave = transcript: press the string in the middle and hear the octave
caches = lecture: Memory and caches
forgetting curve = lecture: The forgetting curve
seeking video = course: How seeking in video works
`,
  ),
  ...judged(
    'ru',
    `
квантовая механика = course: Квантовая механика для начинающих
фотоэффекта = lecture: Фотоэффект
тунельный эффект = lecture: Туннельный эффект
орлова = lecturer: Марина Орлова
черная дыра = lecture: Чёрные дыры
звезд = course: Звёзды и галактики
сила трения = lecture: Сила трения
маятни = lecture: Колебания и маятник
резонанс = transcript: при резонансе размах растёт
полимер = lecture: Полимеры
память = lecture: Память и забывание
дофамин = lecture: Привычки
пожаров = lecture: Лесные пожары
производная = lecture: Производная
матаматический анализ = course: Математический анализ
гармонический ряд = transcript: гармонический ряд расходится
собственные вектора = transcript: в базисе из собственных векторов матрица диагональна
раскраска = lecture: Раскраски
рекурсия = transcript: рекурсия вызывает саму себя
хеш таблица = lecture: Хеш-таблицы
нейронная сеть = course: Нейронные сети
криптография = course: Введение в криптографию
электроная подпись = lecture: Электронная подпись
зайцев = lecturer: Кирилл Зайцев
берестян = lecture: Берестяные грамоты
достоевский = course: Русская литература XIX века
инфляцыя = lecture: Инфляция
вальс = lecture: Ритм и размер
парниковый = lecture: Парниковый эффект
вероятность байес = lecture: Формула Байеса
`,
  ),
];

function judged(language: JudgedQuery['language'], lines: string): readonly JudgedQuery[] {
  return [...lines.matchAll(/^(.+?) = (course|lecture|lecturer|transcript): (.+)$/gm)].map(
    ([, text = '', kind = '', expected = '']) => ({ language, text, kind: kind as JudgedQuery['kind'], expected }),
  );
}
