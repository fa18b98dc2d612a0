// Nothing jumps under the hand: while pointer or focus is in the list its order holds, and what is new waits at the end.
import { useEffect, useRef, useState } from 'react';

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
  hand: {
    onPointerEnter: () => void; onPointerMove: () => void; onPointerLeave: () => void; onFocus: () => void;
    onBlur: (event: { currentTarget: Node; relatedTarget: EventTarget | null }) => void;
  };
  /** A key was pressed in the list. */
  stir: () => void;
}

/** A pointer or focus that has lain still so long is no hand: whoever has been on the phone since must not look at an old order. */
const STILL_MS = 30_000;

export function useHeldOrder(wanted: readonly string[]): HeldOrder {
  const [held, setHeld] = useState({ pointer: false, focus: false, order: wanted });
  const still = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(still.current), []);

  const order = held.pointer || held.focus ? heldOrder(held.order, wanted) : wanted;
  const hold = (part: { pointer?: boolean; focus?: boolean }) => {
    clearTimeout(still.current);
    still.current = setTimeout(() => setHeld((before) => ({ ...before, pointer: false, focus: false })), STILL_MS);
    setHeld((before) => (part.pointer === before.pointer && part.focus === undefined ? before : { ...before, order, ...part }));
  };
  return {
    order,
    changed: !isSame(order, wanted),
    apply: () => setHeld((before) => ({ ...before, order: wanted })),
    hand: {
      onPointerEnter: () => hold({ pointer: true }),
      onPointerMove: () => hold({ pointer: true }),
      onPointerLeave: () => hold({ pointer: false }),
      onFocus: () => hold({ focus: true }),
      onBlur: ({ currentTarget, relatedTarget }) => {
        if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) hold({ focus: false });
      },
    },
    stir: () => hold({ focus: true }),
  };
}
