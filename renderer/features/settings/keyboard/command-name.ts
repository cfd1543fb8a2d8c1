import type { TFunction } from 'i18next';
import type { CommandId } from '../../../lib/keys/commands.ts';
import type { Format } from '../../../lib/format.ts';

/** What a command is called in the list of keys. */
export function commandName(id: CommandId, t: TFunction, format: Format): string {
  switch (id) {
    case 'share-0':
    case 'share-1':
    case 'share-2':
    case 'share-3':
    case 'share-4':
    case 'share-5':
    case 'share-6':
    case 'share-7':
    case 'share-8':
    case 'share-9':
      return t('keys.share', { percent: format.percent(Number(id.slice('share-'.length)) / 10) });
    default:
      return t(`keys.command.${id}`);
  }
}
