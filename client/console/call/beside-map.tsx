// While a call is taken, what is known already stands over the map's column: the form has its own column to itself. On a narrow screen it stays in the form.
import { createContext, useContext, useMemo, useState, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { useConsole } from '../console-state.tsx';
import classes from './beside-map.module.css';

interface OverMap { place: HTMLElement | null; setPlace: (place: HTMLElement | null) => void }
const OverMapContext = createContext<OverMap | null>(null);

/** Around a layout that shows the map and the form at once. */
export function OverMapProvider({ children }: { children: ReactNode }) {
  const [place, setPlace] = useState<HTMLElement | null>(null);
  return <OverMapContext value={useMemo(() => ({ place, setPlace }), [place])}>{children}</OverMapContext>;
}

/** Within the map's pane. While a pin is set, the whole map is to be seen. */
export function OverMap() {
  const { calling, picking } = useConsole();
  const setPlace = useContext(OverMapContext)?.setPlace;
  return calling && setPlace !== undefined && <div ref={setPlace} className={classes['over']} hidden={picking !== null} />;
}

/** From the form: keys and contexts stay the form's. */
export function BesideMap({ children }: { children: ReactNode }) {
  const over = useContext(OverMapContext);
  if (over === null) return children;
  return over.place && createPortal(children, over.place);
}
