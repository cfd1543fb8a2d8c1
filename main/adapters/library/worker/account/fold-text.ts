/** Text as it is searched: composed, in small letters, and with «е» for «ё». */
export function foldText(text: string): string {
  return text.normalize('NFC').toLowerCase().replaceAll('ё', 'е');
}
