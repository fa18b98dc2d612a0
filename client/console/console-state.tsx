// What the console has open and where the hand is: one incident (kept in the address), a form over it, a call being taken.
import { createContext, useContext, useEffect, useMemo, useReducer, type ReactNode } from 'react';
import { useSearchParams } from 'wouter';
import type { Point } from '../../shared/domain/distance.ts';
import { focusAtEnd } from '../ui/focus-at-end.ts';
import type { OpenForm } from './open-form.ts';

export const PANES = ['queue', 'map', 'crews', 'incident'] as const;
export type PaneName = (typeof PANES)[number];

/** A place being chosen on the map; the last chosen stands there as a pin. */
export interface Picking {
  at: Point | null;
  onPlace: (at: Point) => void;
}

interface OpenThings {
  form: OpenForm | null;
  calling: boolean;
  endingDuty: boolean;
  /** The list of alarms is open. */
  alarming: boolean;
  crewId: string | null;
  /** A place found by name, to be brought into view. */
  place: Point | null;
  picking: Picking | null;
  /** A new object each time somebody goes there, so that going twice moves the focus twice. */
  goingTo: { pane: PaneName };
}

const NOTHING: OpenThings = { form: null, calling: false, endingDuty: false, alarming: false, crewId: null, place: null, picking: null, goingTo: { pane: 'queue' } };
const change = (things: OpenThings, part: Partial<OpenThings>): OpenThings => ({ ...things, ...part });

export interface ConsoleState extends OpenThings {
  incidentId: string | null;
  openIncident: (id: string, form?: OpenForm) => void;
  openForm: (form: OpenForm) => void;
  closeForm: () => void;
  closeIncident: () => void;
  startCall: () => void;
  leaveCall: () => void;
  goTo: (pane: PaneName) => void;
  set: (part: Partial<Pick<OpenThings, 'endingDuty' | 'alarming' | 'crewId' | 'place' | 'picking'>>) => void;
}

const ConsoleContext = createContext<ConsoleState | null>(null);

export function ConsoleStateProvider({ children }: { children: ReactNode }) {
  const [things, alter] = useReducer(change, NOTHING);
  const [address, setAddress] = useSearchParams();
  const incidentId = address.get('incident');

  const state = useMemo((): ConsoleState => {
    const show = (id: string | null) => setAddress(id === null ? {} : { incident: id }, { replace: true });
    return {
      ...things, incidentId,
      openIncident: (id, form) => {
        show(id);
        alter({ form: form ?? null, calling: false, picking: null, place: null, goingTo: { pane: 'incident' } });
      },
      openForm: (form) => alter({ form, goingTo: { pane: 'incident' } }),
      closeForm: () => alter({ form: null, goingTo: { pane: 'incident' } }),
      closeIncident: () => {
        show(null);
        alter({ form: null, goingTo: { pane: 'queue' } });
      },
      startCall: () => alter({ calling: true, goingTo: { pane: 'incident' } }),
      leaveCall: () => alter({ calling: false, picking: null, goingTo: { pane: incidentId === null ? 'queue' : 'incident' } }),
      goTo: (pane) => alter({ goingTo: { pane } }),
      set: alter,
    };
  }, [things, incidentId, setAddress]);

  return <ConsoleContext value={state}>{children}</ConsoleContext>;
}

export function useConsole(): ConsoleState {
  const state = useContext(ConsoleContext);
  if (state === null) throw new Error('useConsole was called outside ConsoleStateProvider.');
  return state;
}

/** Puts the focus on the way into a pane, each time somebody goes there. The first render leaves it to the page. */
export function usePaneFocus(goingTo: { pane: PaneName }): void {
  useEffect(() => {
    if (goingTo === NOTHING.goingTo) return;
    const pane = document.querySelector(`[data-pane='${goingTo.pane}']`);
    if (!(pane instanceof HTMLElement)) return;
    // A form that has just opened has the focus already.
    if (pane.querySelector('[data-form]')?.contains(document.activeElement)) return;
    focusAtEnd(pane.querySelector<HTMLElement>('[data-pane-entry], [data-form] textarea, [role=application]') ?? pane);
  }, [goingTo]);
}
