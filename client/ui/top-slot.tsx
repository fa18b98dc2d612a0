// A place in the bar at the top of the page, which the present screen fills: its figures, its search, its first action.
import { createContext, useContext } from 'react';
import type { ReactNode } from 'react';
import { createPortal } from 'react-dom';

const PlaceContext = createContext<HTMLElement | null>(null);

/** From the shell: the element in its bar, once that is there. */
export function TopSlotProvider({ place, children }: { place: HTMLElement | null; children: ReactNode }) {
  return <PlaceContext value={place}>{children}</PlaceContext>;
}

/** From a screen: shown in the bar, and nowhere on a page without one. Keys and contexts stay the screen's. */
export function TopSlot({ children }: { children: ReactNode }) {
  const place = useContext(PlaceContext);
  return place && createPortal(children, place);
}
