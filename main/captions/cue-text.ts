/** The named characters that captions use in practice; the first seven are those of WebVTT itself. */
const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  nbsp: '\u00a0',
  lrm: '\u200e',
  rlm: '\u200f',
  quot: '"',
  apos: "'",
  hellip: '…',
  mdash: '—',
  ndash: '–',
  laquo: '«',
  raquo: '»',
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  times: '×',
};
const mostCharacters = 2000;

function numbered(digits: string, base: 10 | 16): string {
  const code = Number.parseInt(digits, base);
  // Control characters and halves of surrogate pairs are no text.
  return code < 0x20 || code > 0x10_ff_ff || (code >= 0xd8_00 && code <= 0xdf_ff) ? '' : String.fromCodePoint(code);
}

/** Looks for tags only as far as one can end: thousands that never do would be searched to the end each. */
function withoutTags(payload: string): string {
  const end = payload.lastIndexOf('>') + 1;
  return payload.slice(0, end).replaceAll(/<\/?[\p{L}\d.][^>]*>|<\/?>/gu, '') + payload.slice(end);
}

/**
 * The words of a cue's payload: tags (`<v Anna>`, `<i>`, `<00:01.000>`) are taken out, entities read, letters composed (NFC); what is left is text, never markup.
 * A lone sign, as in `x < 3`, stays.
 */
export function cueText(payload: string): string {
  return withoutTags(payload.slice(0, mostCharacters))
    .replaceAll(
      /&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|(\w+));/g,
      (whole, decimal?: string, hex?: string, name?: string) =>
        decimal !== undefined
          ? numbered(decimal, 10)
          : hex !== undefined
            ? numbered(hex, 16)
            : (named[name ?? ''] ?? whole),
    )
    .replaceAll(/[^\P{Cc}\n\t]/gu, '')
    .split('\n')
    .map((line) => line.replaceAll(/[ \t]+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n')
    .normalize('NFC');
}
