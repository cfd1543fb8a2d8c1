import type { ExportWords } from '../../../contract/domain/export.ts';
import type { ExportOwner } from './data-text.ts';
import type { NotIncluded } from './not-included.ts';

const style = `:root{color-scheme:light dark}body{font:16px/1.55 system-ui,sans-serif;max-width:72rem;margin:0 auto;padding:2rem 1.25rem 6rem}
h1{font:500 2rem/1.2 Georgia,serif}h2{margin-top:3rem}h3{margin-top:2rem}p,li{max-width:68ch}
.part{overflow-x:auto;border:1px solid #8886;border-radius:6px}table{border-collapse:collapse;width:100%;font-size:.875rem}
caption{text-align:start;padding:.6rem .75rem;font-weight:600}th,td{text-align:start;vertical-align:top;padding:.4rem .75rem;border-top:1px solid #8884;white-space:pre-wrap;overflow-wrap:anywhere;min-width:6rem}
dt{font-weight:600;margin-top:.5rem}dd{margin:0}a{color:LinkText}`;

/** Text that cannot be taken for markup. */
export function escaped(text: string | number): string {
  return String(text).replace(/[&<>"]/gu, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** The beginning of the readable page: no script, nothing from anywhere else. */
export function pageHead(words: ExportWords, owner: ExportOwner, exportedAt: string): string {
  const e = escaped;
  return `<!doctype html>
<html lang="${words.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${e(words.title)}</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>${e(words.title)}</h1>
<p>${e(words.lead)}</p>
<dl><dt>${e(words.account)}</dt><dd>${e(owner.name)}, ${e(owner.email)}</dd><dt>${e(words.madeAt)}</dt><dd><time datetime="${exportedAt}">${exportedAt}</time></dd></dl>
<h2>${e(words.files)}</h2>
<p>${e(words.filesLead)}</p>
<ul><li><a href="data.json">data.json</a></li><li><a href="schema.json">schema.json</a></li><li><a href="not-included.json">not-included.json</a></li><li>SHA256SUMS</li></ul>
`;
}

/** A heading of one level below the page's. */
export function partHead(text: string): string {
  return `<h2>${escaped(text)}</h2>\n`;
}

/** A table up to its rows; names of columns are English whatever the language of the page. */
export function tableHead(words: ExportWords, table: PageTable): string {
  const count = words.records.replace('{count}', String(table.rowCount));
  const shown =
    table.rowCount > table.shownCount ? ` ${words.shownFirst.replace('{count}', String(table.shownCount))}` : '';
  const head = `<h3>${escaped(table.title)}</h3>\n<p>${escaped(count + shown)} <a href="${table.href}">${table.href}</a></p>\n`;
  if (table.rowCount === 0) return head;
  const columns = table.columns.map((name) => `<th scope="col">${escaped(name.replaceAll('_', ' '))}</th>`).join('');
  const label = escaped(`${table.title}: ${table.name}`);
  return `${head}<div class="part" role="region" tabindex="0" aria-label="${label}"><table><caption>${label}</caption><thead lang="en"><tr>${columns}</tr></thead><tbody>\n`;
}

/** A table of the page. */
export interface PageTable {
  readonly title: string;
  readonly name: string;
  readonly columns: readonly string[];
  readonly rowCount: number;
  readonly shownCount: number;
  readonly href: string;
}

/** A table from behind its rows. */
export function tableEnd(table: PageTable): string {
  return table.rowCount === 0 ? '' : '</tbody></table></div>\n';
}

/** Rows of cells. */
export function pageRows(rows: readonly (readonly (string | number)[])[]): string {
  return rows.map((row) => `<tr>${row.map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr>\n`).join('');
}

/** What is not in the export, and the end of the page. */
export function pageEnd(words: ExportWords, left: readonly NotIncluded[]): string {
  const e = escaped;
  const rows = left.map(({ what, reason }) => [what, words.reasons[reason]]);
  return `<h2>${e(words.notIncluded)}</h2>
<div class="part" role="region" tabindex="0" aria-label="${e(words.notIncluded)}"><table><caption>${e(words.notIncluded)}</caption><thead><tr><th scope="col">${e(words.what)}</th><th scope="col">${e(words.why)}</th></tr></thead><tbody>
${pageRows(rows)}</tbody></table></div>
</main>
</body>
</html>
`;
}
