/** Signs that a person types in place of others. */
const alike: Readonly<Record<string, string>> = {
  ё: 'е',
  '’': "'",
  '‘': "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '«': '"',
  '»': '"',
  '–': '-',
  '—': '-',
  '‑': '-',
  '\u00a0': ' ',
  '\n': ' ',
  '\t': ' ',
};

/** A text as it is compared: small letters, «ё» as «е», simple quotes and dashes; every sign stays at its place. */
export function fold(text: string): string {
  let folded = '';
  for (const sign of text) {
    const small = sign.toLowerCase();
    const kept = small.length === sign.length ? small : sign;
    folded += alike[kept] ?? kept;
  }
  return folded;
}
