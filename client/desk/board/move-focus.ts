// Arrows among the cases: ↓ ↑ within a column, ← → to the column beside it. The page itself does not scroll meanwhile.
import type { KeyboardEvent } from 'react';

const columns = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('[data-column]')];
const casesIn = (column: Element | undefined): HTMLElement[] => (column === undefined ? [] : [...column.querySelectorAll<HTMLElement>('[data-case]')]);

/** The first case of a column, or the column itself where it has none. */
export function focusColumn(key: string): void {
  const column = columns().find(({ dataset }) => dataset['column'] === key);
  const target = casesIn(column)[0] ?? column?.closest<HTMLElement>('[tabindex]');
  target?.focus();
}

export function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  if (!(event.target instanceof HTMLElement) || event.altKey || event.ctrlKey || event.metaKey) return;
  const column = event.target.closest<HTMLElement>('[data-column]');
  if (column === null) return;
  const all = columns();
  const cases = casesIn(column);
  const at = cases.indexOf(event.target);
  const beside = (step: 1 | -1) => casesIn(all[all.indexOf(column) + step])[0];
  const moves: Partial<Record<string, HTMLElement | undefined>> = { ArrowDown: cases[at + 1], ArrowUp: cases[at - 1], ArrowRight: beside(1), ArrowLeft: beside(-1) };
  const target = moves[event.key];
  if (target === undefined) return;
  event.preventDefault();
  target.focus();
}
