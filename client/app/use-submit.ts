// A form that is sent once at a time, and keeps the sentence that says why it was not taken.
import { useState } from 'react';
import type { FormEvent } from 'react';
import { sentenceOf } from '../live/api.ts';
import { useSlow } from '../ui/use-slow.ts';

export interface Submitting {
  onSubmit: (event: FormEvent) => void;
  problem: string | null;
  /** Under way for long enough to be worth showing. */
  slow: boolean;
}

export function useSubmit(submit: () => Promise<unknown>, onProblem?: (error: unknown) => void): Submitting {
  const [problem, setProblem] = useState<string | null>(null);
  const [underWay, setUnderWay] = useState(false);
  const act = async () => {
    setUnderWay(true);
    setProblem(null);
    try {
      await submit();
    } catch (error) {
      setProblem(sentenceOf(error));
      onProblem?.(error);
    } finally {
      setUnderWay(false);
    }
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (!underWay) void act();
  };
  return { onSubmit, problem, slow: useSlow(underWay) };
}
