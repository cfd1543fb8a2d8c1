import type { TFunction } from 'i18next';
import type { EntryCount, ErasePreview } from '../../../contract/domain/erase-plan.ts';
import type { Format } from '../../lib/format.ts';

/** "14 lectures and 212 entries": what a button is about to erase; null when that is nothing. */
export function amountWords(entries: readonly EntryCount[], t: TFunction, format: Format): string | null {
  const lectures = entries.find(({ kind }) => kind === 'downloads')?.count ?? 0;
  const others = sum(entries.filter(({ kind }) => kind !== 'downloads'));
  const words = [
    ...(lectures > 0 ? [t('erasePlan.amount.lectures', { count: lectures })] : []),
    ...(others > 0 ? [t('erasePlan.amount.entries', { count: others })] : []),
  ];
  return words.length === 0 ? null : format.list(words);
}

/** How many entries of all kinds but lectures there are. */
export function entryTotal({ entries }: Pick<ErasePreview, 'entries'>): number {
  return sum(entries.filter(({ kind }) => kind !== 'downloads'));
}

function sum(entries: readonly EntryCount[]): number {
  return entries.reduce((total, { count }) => total + count, 0);
}
