// Nothing jumps under the hand: while pointer or focus is in the list its order holds, and what is new waits at the end.
import { useState } from 'react';

/** What is shown keeps its place, what has gone leaves, what is new comes last. */
export function heldOrder(shown: readonly string[], wanted: readonly string[]): string[] {
  const still = new Set(wanted);
  const kept = shown.filter((id) => still.has(id));
  const known = new Set(kept);
  return [...kept, ...wanted.filter((id) => !known.has(id))];
}

const isSame = (a: readonly string[], b: readonly string[]): boolean => a.length === b.length && a.every((id, index) => id === b[index]);

export interface HeldOrder {
  order: readonly string[];
  /** The order that is owed differs from the one that is held. */
  changed: boolean;
  apply: () => void;
  /** For the list itself. */
  hand: { onPointerEnter: () => void; onPointerLeave: () => void; onFocus: () => void; onBlur: (event: { currentTarget: Node; relatedTarget: EventTarget | null }) => void };
}

export function useHeldOrder(wanted: readonly string[]): HeldOrder {
  const [held, setHeld] = useState({ pointer: false, focus: false, order: wanted });
  const isHeld = held.pointer || held.focus;
  const order = isHeld ? heldOrder(held.order, wanted) : wanted;
  const hold = (part: { pointer?: boolean; focus?: boolean }) => setHeld((before) => ({ ...before, order, ...part }));
  return {
    order,
    changed: !isSame(order, wanted),
    apply: () => setHeld((before) => ({ ...before, order: wanted })),
    hand: {
      onPointerEnter: () => hold({ pointer: true }),
      onPointerLeave: () => hold({ pointer: false }),
      onFocus: () => hold({ focus: true }),
      onBlur: ({ currentTarget, relatedTarget }) => {
        if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) hold({ focus: false });
      },
    },
  };
}
