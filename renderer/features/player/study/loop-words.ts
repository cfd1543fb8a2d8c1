import type { TFunction } from 'i18next';
import type { Format } from '../../../lib/format.ts';
import type { Loop } from './loop.ts';

/** How a loop stands, in words. */
export function loopWords({ aMs, bMs }: Loop, t: TFunction, format: Format): string {
  if (aMs === null) return t('study.loopOff');
  if (bMs === null) return t('study.loopFrom', { from: format.clock(aMs) });
  return t('study.loopOf', { from: format.clock(aMs), to: format.clock(bMs) });
}
