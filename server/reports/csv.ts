// Lines of a table as CSV (RFC 4180), safe to open in a spreadsheet: what would be taken for a formula is text.

export type Cell = string | number | boolean | null;

/** A leading sign makes a formula of a cell (CWE-1236); a number of ours is no text of anybody's. */
const FORMULA = /^[=+\-@\t\r]/;
const textOf = (cell: Cell): string => {
  if (cell === null) return '';
  if (typeof cell === 'boolean') return cell ? 'yes' : 'no';
  if (typeof cell === 'number') return String(cell);
  return FORMULA.test(cell) ? `'${cell}` : cell;
};
const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** Each line has as many cells as the longest. */
export function csvOf(lines: readonly (readonly Cell[])[]): string {
  const width = Math.max(0, ...lines.map((line) => line.length));
  return lines.map((line) => `${Array.from({ length: width }, (_, index) => quoted(textOf(line[index] ?? null))).join(',')}\r\n`).join('');
}
