// Held for 700 ms or as long as is said, or touched twice within three seconds: hard to do by brushing past, easy with a switch or a screen reader.
import { useEffect, useRef, useState } from 'react';

const usualMs = 700;
const armedMs = 3000;

export function useHold(onHeld: () => void, holdMs = usualMs) {
  const [holding, setHolding] = useState(false);
  const [armed, setArmed] = useState(false);
  const held = useRef(onHeld);
  /** The click that letting go makes is not a touch of its own. */
  const answered = useRef(false);
  useEffect(() => { held.current = onHeld; });

  useEffect(() => {
    if (!holding) return;
    const timer = setTimeout(() => {
      answered.current = true;
      held.current();
    }, holdMs);
    return () => clearTimeout(timer);
  }, [holding, holdMs]);

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
      onPointerDown: () => {
        answered.current = false;
        setHolding(true);
      },
      onPointerUp: () => setHolding(false),
      onPointerLeave: () => setHolding(false),
      onPointerCancel: () => setHolding(false),
      onContextMenu: (event: { preventDefault: () => void }) => event.preventDefault(),
      onClick: () => {
        if (answered.current) answered.current = false;
        else if (armed) onHeld();
        else setArmed(true);
      },
    },
  };
}
