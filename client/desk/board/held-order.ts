// An order that does not change under the hand: while it is held, what is there stays, and what comes joins at the end.
import { useState } from 'react';

export const holdOrder = (shown: readonly string[], wanted: readonly string[]): readonly string[] =>
  [...shown.filter((id) => wanted.includes(id)), ...wanted.filter((id) => !shown.includes(id))];

export function useHeldOrder<T extends { id: string }>(wanted: readonly T[], held: boolean): readonly T[] {
  const [shown, setShown] = useState<readonly string[] | null>(null);
  const ids = wanted.map(({ id }) => id);
  if (held && shown === null) setShown(ids);
  if (!held && shown !== null) setShown(null);
  if (!held || shown === null) return wanted;
  const order = holdOrder(shown, ids);
  return wanted.toSorted((a, b) => order.indexOf(a.id) - order.indexOf(b.id));
}
