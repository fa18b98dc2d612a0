// Arrows among the cases: ↓ ↑ within a column, ← → to the column beside it. The page itself does not scroll meanwhile.
import type { KeyboardEvent } from 'react';

const casesIn = (root: Element): HTMLElement[] => [...root.querySelectorAll<HTMLElement>('[data-case]')];

/** The first case of a column, or the column itself where it has none. */
export function focusColumn(key: string): void {
  const column = document.querySelector(`[data-column="${key}"]`);
  if (column === null) return;
  (casesIn(column)[0] ?? column.querySelector<HTMLElement>('[tabindex]'))?.focus();
}

export function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  if (!(event.target instanceof HTMLElement) || event.altKey || event.ctrlKey || event.metaKey) return;
  const column = event.target.closest('[data-column]');
  if (column === null) return;
  const cases = casesIn(column);
  const at = cases.indexOf(event.target);
  const next = () => {
    switch (event.key) {
      case 'ArrowDown': return cases[at + 1];
      case 'ArrowUp': return cases[at - 1];
      case 'ArrowRight': return column.nextElementSibling && casesIn(column.nextElementSibling)[0];
      case 'ArrowLeft': return column.previousElementSibling && casesIn(column.previousElementSibling)[0];
      default: return undefined;
    }
  };
  const target = next();
  if (!target) return;
  event.preventDefault();
  target.focus();
}
