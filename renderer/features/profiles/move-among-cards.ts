import type { KeyboardEvent } from 'react';

type Way = 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown' | 'Home' | 'End';
const ways: readonly string[] = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End'] satisfies Way[];

/** How far two cards are apart from side to side, in pixels. */
function aside(one: Element, other: Element): number {
  return Math.abs(one.getBoundingClientRect().left - other.getBoundingClientRect().left);
}

/** The card in the nearest line above or below that stands closest. */
function nextLine(cards: readonly HTMLElement[], from: HTMLElement, down: boolean): HTMLElement | undefined {
  const { top } = from.getBoundingClientRect();
  const distance = (card: HTMLElement): number => (card.getBoundingClientRect().top - top) * (down ? 1 : -1);
  const beyond = cards.filter((card) => distance(card) > 1);
  const nearest = Math.min(...beyond.map(distance));
  return beyond.filter((card) => distance(card) < nearest + 1).toSorted((a, b) => aside(a, from) - aside(b, from))[0];
}

/** Moves the focus among the buttons of a list with the arrow keys, as they stand on screen. */
export function moveAmongCards(event: KeyboardEvent<HTMLElement>): void {
  const cards = [...event.currentTarget.querySelectorAll<HTMLElement>('button')];
  const from = cards.find((card) => card === document.activeElement);
  if (!from || !ways.includes(event.key)) return;
  const at = cards.indexOf(from);
  const to = {
    ArrowLeft: () => cards[at - 1],
    ArrowRight: () => cards[at + 1],
    ArrowUp: () => nextLine(cards, from, false),
    ArrowDown: () => nextLine(cards, from, true),
    Home: () => cards[0],
    End: () => cards.at(-1),
  }[event.key as Way]();
  event.preventDefault();
  to?.focus();
}
