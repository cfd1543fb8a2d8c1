/** What a name may not hold on Windows, the strictest of the three (learn.microsoft.com, "Naming Files"), with invisible signs and those that turn the direction of reading. */
const refused = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}<>:"/\\|?*]+/gu;

/** Names of devices on Windows, whatever follows their first dot. */
const device = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/i;

/** Linux and macOS count bytes of a name (255): room is left for what stands behind. */
const longestBytes = 120;

/** A name for a file out of a person's or the service's words, good on Windows, macOS and Linux; `fallback` when nothing is left of it. */
export function safeFileName(words: string, fallback: string): string {
  const clean = words.toWellFormed().normalize('NFC').replaceAll(refused, ' ').replaceAll(/\s+/g, ' ');
  const short = shortened(clean)
    .replace(/^[\s.~-]+/, '')
    .replace(/[\s.]+$/, '');
  if (short === '') return fallback;
  return device.test(short) ? `_${short}` : short;
}

function shortened(words: string): string {
  let bytes = 0;
  let kept = '';
  for (const letter of words) {
    const code = letter.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x8_00 ? 2 : code < 0x1_00_00 ? 3 : 4;
    if (bytes > longestBytes) break;
    kept += letter;
  }
  return kept;
}
