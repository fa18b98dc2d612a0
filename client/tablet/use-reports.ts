// What was pressed here, in order: what waits to be sent, and for a moment what has just been taken, until the live board shows it.
import { useEffect, useState } from 'react';
import { type UnsentCommand, useOutbox } from '../live/use-outbox.ts';
import { type Report, reportOf } from './report.ts';

/** Longer than the live board takes to catch up; without it a step that was taken would go back for a blink. */
const settlingMs = 4_000;

interface Kept { standing: string; unsent: readonly UnsentCommand[]; settling: readonly UnsentCommand[] }

export function useReports(): readonly Report[] {
  const { unsent, refused } = useOutbox();
  const standing = [...unsent, ...refused].map(({ commandId }) => commandId).join(' ');
  const [kept, setKept] = useState<Kept>({ standing, unsent, settling: [] });
  if (kept.standing !== standing) {
    const taken = kept.unsent.filter(({ commandId }) => !standing.includes(commandId));
    setKept({ standing, unsent, settling: [...kept.settling, ...taken] });
  }
  const { settling } = kept;

  useEffect(() => {
    if (settling.length === 0) return;
    const timer = setTimeout(() => setKept((last) => ({ ...last, settling: [] })), settlingMs);
    return () => clearTimeout(timer);
  }, [settling]);

  return [...settling.map((command) => reportOf(command, true)), ...unsent.map((command) => reportOf(command, false))].filter((report) => report !== null);
}
