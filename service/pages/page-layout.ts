import { createHash } from 'node:crypto';
import type { PageLanguage } from './page-language.ts';

/** What a page says; in a paragraph, `words in backticks` are shown as typed text. */
export interface PageText {
  readonly title: string;
  /** One line under the title. */
  readonly lead: string;
  readonly sections: readonly PageSection[];
}

/** A part of a page under its own heading. */
export interface PageSection {
  readonly heading: string;
  readonly paragraphs: readonly string[];
}

const style = `
:root { color-scheme: light dark; }
body {
  margin: 0 auto; padding: 3.5rem 1.5rem 5rem; max-width: 68ch; overflow-wrap: break-word;
  background: light-dark(#fbfaf7, #161514); color: light-dark(#1c1b1a, #edeae4);
  font: 1.0625rem/1.6 system-ui, sans-serif;
}
h1, h2 { font-family: Georgia, "Times New Roman", serif; font-weight: 600; line-height: 1.25; text-wrap: balance; }
h1 { margin: 0; font-size: 2rem; }
h2 { margin: 2.25rem 0 0; font-size: 1.25rem; }
p { margin: 0.75rem 0 0; text-wrap: pretty; }
.lead, footer { color: light-dark(#55514b, #b8b3aa); }
code {
  padding: 0.1em 0.35em; border-radius: 4px; background: light-dark(#f0ede6, #262421);
  font: 0.9em ui-monospace, Menlo, Consolas, monospace;
}
footer { margin-top: 3.5rem; padding-top: 1rem; border-top: 1px solid light-dark(#e2ded5, #33302c); font-size: 0.875rem; }
`;

const styleDigest = createHash('sha256').update(style).digest('base64');

/** The headers of every page: nothing is loaded from anywhere, no script runs, nobody frames it. */
export const pageHeaders: Readonly<Record<string, string>> = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': `default-src 'none'; style-src 'sha256-${styleDigest}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-cache',
  vary: 'accept-language',
};

/** A page as HTML, whole in itself. */
export function renderPage(language: PageLanguage, { title, lead, sections }: PageText, footer: string): string {
  const body = sections.map(({ heading, paragraphs }) =>
    [`<section><h2>${escaped(heading)}</h2>`, ...paragraphs.map(paragraph), '</section>'].join('\n'),
  );
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)} · LECTOROOM</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>${escaped(title)}</h1>
<p class="lead">${escaped(lead)}</p>
${body.join('\n')}
</main>
<footer>${escaped(footer)}</footer>
</body>
</html>
`;
}

function paragraph(text: string): string {
  return `<p>${escaped(text).replaceAll(/`([^`]+)`/g, '<code>$1</code>')}</p>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
