import type { TFunction } from 'i18next';
import { assertNever } from '../../../../contract/result.ts';
import type { Format } from '../../../lib/format.ts';

/** What just happened around the picture, for the word on it. */
export type StageWord =
  | { readonly of: 'full-screen' | 'theatre' | 'mini' | 'picture'; readonly on: boolean }
  | { readonly of: 'refused'; readonly what: 'full-screen' | 'mini' | 'picture' }
  /** Null: off. */
  | { readonly of: 'sleep'; readonly leftMs: number | null }
  | { readonly of: 'no-lecture'; readonly to: 'next' | 'previous' };

/** The word in the reader's language. */
export function stageWords(word: StageWord, t: TFunction, format: Format): string {
  switch (word.of) {
    case 'full-screen':
      return word.on ? t('player.full') : t('stage.fullOff');
    case 'theatre':
      return word.on ? t('stage.theatre') : t('stage.theatreOff');
    case 'mini':
      return word.on ? t('stage.mini') : t('stage.miniOff');
    case 'picture':
      return word.on ? t('player.picture') : t('stage.pictureOff');
    case 'refused':
      return t(`stage.refused.${word.what}`);
    case 'sleep':
      return word.leftMs === null ? t('stage.sleepOff') : t('stage.sleepIn', { time: format.duration(word.leftMs) });
    case 'no-lecture':
      return word.to === 'next' ? t('stage.noNext') : t('stage.noPrevious');
    default:
      return assertNever(word);
  }
}
