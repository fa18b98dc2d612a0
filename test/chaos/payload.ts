// Reads a line's payload as the plain data it is, for rules that trust none of the product's own folding.
import type { LoggedEvent } from '../../server/events/logged-event.ts';

export const textIn = (line: LoggedEvent, key: string): string => {
  const value = line.payload[key];
  return typeof value === 'string' ? value : '';
};
export const maybeTextIn = (line: LoggedEvent, key: string): string | null => textIn(line, key) || null;
export const textsIn = (line: LoggedEvent, key: string): string[] => {
  const value = line.payload[key];
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
};
/** The lines of one transaction together: between them nobody ever looked. */
export function transactionsOf(log: readonly LoggedEvent[]): LoggedEvent[][] {
  const transactions: LoggedEvent[][] = [];
  for (const line of log) {
    const last = transactions.at(-1);
    if (last !== undefined && line.commandId !== null && last[0]?.commandId === line.commandId) last.push(line);
    else transactions.push([line]);
  }
  return transactions;
}
