/** The languages the pages are written in; the first is for everybody else. */
export const pageLanguages = ['en', 'ru'] as const;
export type PageLanguage = (typeof pageLanguages)[number];

/** The language an `Accept-Language` header likes best of ours (RFC 9110 §12.5.4); of equals the first named, English when it names none. */
export function preferredLanguage(header: string | undefined): PageLanguage {
  let best: PageLanguage = 'en';
  let bestQuality = 0;
  for (const part of (header ?? '').toLowerCase().split(',')) {
    const [range = '', ...parameters] = part.split(';').map((piece) => piece.trim());
    const weight = parameters.find((parameter) => parameter.startsWith('q='));
    const quality = weight === undefined ? 1 : Number(weight.slice(2));
    const language = pageLanguages.find((known) => range === known || range.startsWith(`${known}-`));
    if (language !== undefined && quality > bestQuality) [best, bestQuality] = [language, quality];
  }
  return best;
}
