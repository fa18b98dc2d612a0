// What stands open beside the lists: one thing at a time, and the way back to the one before it.
import { createContext, useContext, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import type { IncidentForm } from './incident/incident-form.ts';

export type Opened =
  | { kind: 'handover'; id: string }
  | { kind: 'incident'; id: string; /** What stands open at its foot: here, so that a turned tablet does not close it. */ form?: IncidentForm | null }
  | { kind: 'notes' | 'lodge-note' | 'call' | 'end-of-duty' };

interface Beside {
  opened: Opened | null;
  /** From the lists: whatever was open is left. */
  open: (next: Opened) => void;
  /** From inside what is open: `back` returns to it. */
  goOn: (next: Opened) => void;
  back: () => void;
  /** At the foot of an incident; nothing where another thing has been opened meanwhile. */
  setForm: (incidentId: string, form: IncidentForm | null) => void;
}

const BesideContext = createContext<Beside | null>(null);

export function OpenedProvider({ children }: { children: ReactNode }) {
  const [trail, setTrail] = useState<readonly Opened[]>([]);
  const beside = useMemo(() => ({
    opened: trail.at(-1) ?? null,
    open: (next: Opened) => setTrail([next]),
    goOn: (next: Opened) => setTrail([...trail, next]),
    back: () => setTrail(trail.slice(0, -1)),
    setForm: (incidentId: string, form: IncidentForm | null) => setTrail((now) => {
      const top = now.at(-1);
      return top?.kind === 'incident' && top.id === incidentId ? [...now.slice(0, -1), { ...top, form }] : now;
    }),
  }), [trail]);
  return <BesideContext value={beside}>{children}</BesideContext>;
}

export function useOpened(): Beside {
  const beside = useContext(BesideContext);
  if (beside === null) throw new Error('useOpened was called outside OpenedProvider.');
  return beside;
}

/** The same case in either form: a card is marked while its case is open. */
export const isOpened = (opened: Opened | null, kind: Opened['kind'], id: string): boolean =>
  opened !== null && 'id' in opened && opened.kind === kind && opened.id === id;
