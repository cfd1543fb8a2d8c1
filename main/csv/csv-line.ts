/** What a table program takes for a formula at the beginning of a cell (owasp.org, "CSV Injection"). */
const formula = /^\s*[=+\-@\uFF0B\uFF0D\uFF1D\uFF20]|^[\t\r\n]/u;

/** Said at the beginning of a file, so that table programs read it as UTF-8. */
export const csvBeginning = '\uFEFF';

/** One line of CSV with its end, quoted as RFC 4180 says; words that would be a formula get an apostrophe in front. */
export function csvLine(cells: readonly (string | number)[]): string {
  return `${cells.map(cellOf).join(',')}\r\n`;
}

function cellOf(cell: string | number): string {
  if (typeof cell === 'number') return String(cell);
  const text = formula.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
