/** A number of people as it is told: below a hundred in steps of five, from then on its two first figures; never more than there are, unless they are fewer than five. */
export function roughly(people: number): number {
  const step = people < 100 ? 5 : 10 ** (String(people).length - 2);
  return Math.max(1, Math.floor(people / step) * step || people);
}

/** The average of stars, with one decimal. */
export function averageOf(stars: number, people: number): number {
  return Math.round((stars / people) * 10) / 10;
}
