// Asks as somebody types: a pause of 150 ms, the newest question only, and the last answer kept until the next is there.
import { useEffect, useRef, useState } from 'react';
import { useSlow } from './use-slow.ts';

export type Search<Found> = (text: string, signal: AbortSignal) => Promise<readonly Found[]>;

interface Question {
  text: string;
  attempt: number;
}

interface Answer<Found> extends Question {
  found: readonly Found[];
  failed: boolean;
}

export interface Searching<Found> {
  found: readonly Found[];
  /** `typing` until there is enough text to ask with; `asking` only once the wait is felt. */
  state: 'typing' | 'asking' | 'answered' | 'failed';
  /** The answer is to what is written now, not to an earlier text. */
  settled: boolean;
  again: () => void;
}

export function useSearch<Found>(text: string, search: Search<Found>, minLength: number): Searching<Found> {
  const question = text.trim();
  const [attempt, setAttempt] = useState(0);
  const [answer, setAnswer] = useState<Answer<Found>>({ text: '', attempt, found: [], failed: false });
  const latest = useRef(search);
  useEffect(() => { latest.current = search; });
  const enough = question.length >= minLength;

  useEffect(() => {
    if (!enough) return;
    const stop = new AbortController();
    const timer = setTimeout(async () => {
      const found = await latest.current(question, stop.signal).catch(() => null);
      if (!stop.signal.aborted) setAnswer({ text: question, attempt, found: found ?? [], failed: found === null });
    }, 150);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [question, enough, attempt]);

  const settled = enough && answer.text === question && answer.attempt === attempt;
  const slow = useSlow(enough && !settled);
  const state = settled ? (answer.failed ? 'failed' : 'answered') : slow ? 'asking' : 'typing';
  return { found: enough ? answer.found : [], state, settled, again: () => setAttempt(attempt + 1) };
}
