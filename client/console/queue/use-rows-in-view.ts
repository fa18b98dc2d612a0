// Which rows of a long list are drawn: those in view, some around them, and the one that Tab comes to. All of them on paper, and while they are few.
import { useEffect, useState, type RefObject } from 'react';
import { flushSync } from 'react-dom';

/** From a row up to, and without, another. */
export interface Stretch { from: number; to: number }

const FEW = 150;
const AROUND = 10;
/** Until the list has been measured; a row's height as the style sheet makes it. */
const FIRST_SEEN = 20;
const ROW_PX = 52;

/** In order and apart; `kept` is drawn wherever it is. */
export function stretchesOf(count: number, inView: Stretch, kept: number): readonly Stretch[] {
  if (count <= FEW) return [{ from: 0, to: count }];
  const view = { from: Math.max(0, Math.min(inView.from, count) - AROUND), to: Math.min(count, inView.to + AROUND) };
  if (kept < 0 || (kept >= view.from && kept < view.to)) return [view];
  const alone = { from: kept, to: kept + 1 };
  return kept < view.from ? [alone, view] : [view, alone];
}

export interface RowsInView {
  stretches: readonly Stretch[];
  /** What a row takes, for the room of those that are not drawn. */
  rowPx: number;
}

export function useRowsInView(list: RefObject<HTMLElement | null>, count: number, kept: number): RowsInView {
  const [seen, setSeen] = useState({ from: 0, to: FIRST_SEEN, rowPx: ROW_PX });
  const [onPaper, setOnPaper] = useState(false);
  const long = count > FEW;

  useEffect(() => {
    const scroller = list.current?.closest('[data-nj-scroll]');
    if (!long || !(scroller instanceof HTMLElement)) return undefined;
    const look = (): void => {
      const rowPx = list.current?.querySelector<HTMLElement>('[role=option]')?.offsetHeight ?? ROW_PX;
      const above = scroller.getBoundingClientRect().top - (list.current?.getBoundingClientRect().top ?? 0);
      // In steps, so that a list that is scrolled is drawn anew once in many rows.
      const step = (px: number, round: (rows: number) => number): number => Math.max(0, round(px / rowPx / AROUND) * AROUND);
      const [from, to] = [step(above, Math.floor), step(above + scroller.clientHeight, Math.ceil)];
      setSeen((before) => (before.from === from && before.to === to && before.rowPx === rowPx ? before : { from, to, rowPx }));
    };
    const sized = new ResizeObserver(look);
    sized.observe(scroller);
    scroller.addEventListener('scroll', look, { passive: true });
    return () => {
      sized.disconnect();
      scroller.removeEventListener('scroll', look);
    };
  }, [list, long]);

  useEffect(() => {
    const print = (): void => flushSync(() => setOnPaper(true));
    const printed = (): void => setOnPaper(false);
    window.addEventListener('beforeprint', print);
    window.addEventListener('afterprint', printed);
    return () => {
      window.removeEventListener('beforeprint', print);
      window.removeEventListener('afterprint', printed);
    };
  }, []);

  return { stretches: onPaper ? [{ from: 0, to: count }] : stretchesOf(count, seen, kept), rowPx: seen.rowPx };
}
