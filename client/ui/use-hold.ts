// Held for 700 ms, or touched twice within three seconds: hard to do by brushing past, easy with a switch or a screen reader.
import { useEffect, useRef, useState } from 'react';

const holdMs = 700;
const armedMs = 3000;

export function useHold(onHeld: () => void) {
  const [holding, setHolding] = useState(false);
  const [armed, setArmed] = useState(false);
  const held = useRef(onHeld);
  useEffect(() => { held.current = onHeld; });

  useEffect(() => {
    if (!holding) return;
    const timer = setTimeout(() => held.current(), holdMs);
    return () => clearTimeout(timer);
  }, [holding]);

  useEffect(() => {
    if (!armed) return;
    const timer = setTimeout(() => setArmed(false), armedMs);
    return () => clearTimeout(timer);
  }, [armed]);

  return {
    /** Touched once: a second touch will do. */
    armed,
    holding,
    handlers: {
      onPointerDown: () => setHolding(true),
      onPointerUp: () => setHolding(false),
      onPointerLeave: () => setHolding(false),
      onPointerCancel: () => setHolding(false),
      onContextMenu: (event: { preventDefault: () => void }) => event.preventDefault(),
      onClick: () => (armed ? onHeld() : setArmed(true)),
    },
  };
}
