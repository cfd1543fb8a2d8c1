import type { ReceiptDocument } from '../../../contract/domain/erase-plan.ts';

/** The page may load nothing and run nothing, wherever it is opened. */
const policy = "default-src 'none'; style-src 'unsafe-inline'";

const style = `
:root { color-scheme: light dark; }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 42rem; margin: 3rem auto; padding: 0 1.5rem; }
h1 { font-size: 1.6rem; line-height: 1.2; margin: 0 0 .5rem; }
h2 { font-size: 1.05rem; margin: 2rem 0 .5rem; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; font-weight: normal; padding: .35rem 0; border-bottom: 1px solid #8884; overflow-wrap: anywhere; }
th { padding-right: 1.5rem; width: 45%; }
td { font-variant-numeric: tabular-nums; }
p { margin: .5rem 0; }
@media print { body { margin: 0; font-size: 12px; } section { break-inside: avoid; } }
`;

/** A receipt as a page of its own, to be read and printed anywhere, without a network. */
export function receiptPage({ language, title, lead, sections }: ReceiptDocument): string {
  const parts = sections.map(
    (section) =>
      `<section><h2>${escaped(section.title)}</h2>${tableOf(section)}${section.notes.map((note) => `<p>${escaped(note)}</p>`).join('')}</section>`,
  );
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width">
<title>${escaped(title)}</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>${escaped(title)}</h1>
<p>${escaped(lead)}</p>
${parts.join('\n')}
</main>
</body>
</html>
`;
}

function tableOf({ title, rows }: ReceiptDocument['sections'][number]): string {
  if (rows.length === 0) return '';
  const lines = rows.map(
    ({ label, value }) => `<tr><th scope="row">${escaped(label)}</th><td>${escaped(value)}</td></tr>`,
  );
  return `<table aria-label="${escaped(title)}"><tbody>${lines.join('')}</tbody></table>`;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (letter) => entities[letter] ?? '');
}
