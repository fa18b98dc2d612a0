// One press, one act: while the first is under way a second press does nothing, and a refused one says why.
import { useRef, useState } from 'react';
import { sayRefusal } from './toast.tsx';
import { useSlow } from './use-slow.ts';

export type Act = () => void | Promise<unknown>;

export interface Acting {
  press: () => void;
  /** From the press until the answer. */
  underWay: boolean;
  /** Under way for long enough to be worth showing. */
  slow: boolean;
}

/** What `onAct` throws is not caught: an expected answer is the caller's to say, anything else is a bug to be reported. */
export function useAct(onAct: Act, refusal: string | undefined, onRefused: (refusal: string) => void = sayRefusal): Acting {
  const [underWay, setUnderWay] = useState(false);
  const held = useRef(false);
  const act = async () => {
    held.current = true;
    const answer = onAct();
    if (answer) setUnderWay(true);
    try {
      await answer;
    } finally {
      held.current = false;
      setUnderWay(false);
    }
  };
  const press = () => {
    if (held.current) return;
    if (refusal) onRefused(refusal);
    else void act();
  };
  return { press, underWay, slow: useSlow(underWay) };
}
