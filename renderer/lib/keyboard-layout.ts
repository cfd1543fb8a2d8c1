const latin = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`";
const cyrillic = 'йцукенгшщзхъфывапролджэячсмитьбюё';
const toLatin = new Map(Array.from(cyrillic, (letter, at) => [letter, latin.charAt(at)] as const));

/** What the same keys type with the Latin layout: «привет» → "ghbdtn"; capitals stay capitals, everything else as it is. */
export function inLatinLayout(text: string): string {
  return Array.from(text, (letter) => {
    const small = letter.toLowerCase();
    const other = toLatin.get(small);
    if (other === undefined) return letter;
    return small === letter ? other : other.toUpperCase();
  }).join('');
}
