// While a call is taken, what is known already stands where its layout has room for it, and the form keeps its own column. Where a layout has no such place it stays in the form.
import { createContext, useContext, useMemo, useState, type ReactNode } from 'react';
import { createPortal } from 'react-dom';

interface Elsewhere { place: HTMLElement | null; setPlace: (place: HTMLElement | null) => void }
const ElsewhereContext = createContext<Elsewhere | null>(null);

/** Around a layout that shows the place and the form at once. */
export function KnownElsewhereProvider({ children }: { children: ReactNode }) {
  const [place, setPlace] = useState<HTMLElement | null>(null);
  return <ElsewhereContext value={useMemo(() => ({ place, setPlace }), [place])}>{children}</ElsewhereContext>;
}

/** The place itself; nothing where no provider stands around it. */
export function KnownPlace({ className, hidden = false }: { className: string | undefined; hidden?: boolean }) {
  const setPlace = useContext(ElsewhereContext)?.setPlace;
  return setPlace !== undefined && <div ref={setPlace} className={className} hidden={hidden} />;
}

/** From the form: keys and contexts stay the form's. */
export function KnownElsewhere({ children }: { children: ReactNode }) {
  const elsewhere = useContext(ElsewhereContext);
  if (elsewhere === null) return children;
  return elsewhere.place && createPortal(children, elsewhere.place);
}
