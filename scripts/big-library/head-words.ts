/** Real words of both languages, the commonest of a made-up library, so that its screens read like screens. */
export const headWords = {
  en: wordsIn(`the and of to in light memory history energy language number system theory water music motion structure method question pattern model story city
    colour measure signal market garden river engine planet matter proof logic nature reason culture climate balance pressure distance growth network season
    voice image cell star ocean bridge mountain metal crystal circle surface volume force field wave circuit charge magnet heat sound space time value change
    law trade money labour house road school early modern ancient simple hidden open quiet common great small first second new old between after before
    without from with about through inside beyond learning reading writing thinking building drawing counting seeing hearing moving keeping making asking
    beginning problem answer example practice experiment observation discovery invention revolution empire republic village family people worker painter poet
    sentence letter word sign meaning grammar rhythm melody harmony figure form shape line point plane angle root power series limit function equation`),
  ru: wordsIn(`и в на что как свет память история энергия язык число система теория вода музыка движение строение способ вопрос узор модель рассказ город цвет
    мера сигнал рынок сад река двигатель планета вещество доказательство логика природа разум культура климат равновесие давление расстояние рост сеть
    время голос образ клетка звезда океан мост гора металл кристалл круг поверхность объём сила поле волна цепь заряд магнит тепло звук пространство
    ценность перемена закон торговля деньги труд дом дорога школа ранний новый древний простой скрытый открытый тихий общий великий малый первый второй
    между после прежде без из с о через внутри учение чтение письмо мышление рисунок счёт зрение слух хранение начало задача ответ пример опыт наблюдение
    открытие изобретение революция империя республика деревня семья люди рабочий художник поэт предложение буква слово знак значение грамматика ритм мелодия
    гармония фигура форма линия точка плоскость угол корень степень ряд предел функция уравнение`),
} as const;

function wordsIn(text: string): readonly string[] {
  return text.split(/\s+/u);
}
