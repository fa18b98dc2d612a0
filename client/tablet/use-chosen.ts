// Which task is on screen: the one chosen; failing that the live one, then one that still owes its outcome; else none.
// A new task is not on screen, and its record not read, before it was opened.
import { useState } from 'react';
import { isLive } from '../../shared/domain/incident-file.ts';
import { owesOutcome, type Shown, type Work } from './work.ts';
import type { Tonight } from './use-tonight.ts';

export interface Chosen {
  /** The task on screen; null for a call that I only raised. */
  work: Work | null;
  shown: Shown | null;
  choose: (id: string | null) => void;
}

export function useChosen({ works, raised }: Tonight, isNew: (work: Work) => boolean): Chosen {
  const [id, choose] = useState<string | null>(null);
  const raisedOne = raised.find(({ incident }) => incident.id === id);
  if (raisedOne !== undefined) return { work: null, shown: raisedOne, choose };
  const work = works.find(({ mine }) => mine.id === id) ?? works.find((one) => isLive(one.mine) && !isNew(one)) ?? works.find(owesOutcome) ?? null;
  return { work, shown: work, choose };
}
