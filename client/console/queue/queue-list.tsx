// The open incidents as one list box: arrows move, Enter opens, and the order holds still under the hand.
import { useCallback, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useRecentlyChanged } from '../../live/live-store.tsx';
import { useHotkeys } from '../../ui/hotkeys.ts';
import type { QueueItem } from '../board/queue-item.ts';
import type { HeldOrder } from './held-order.ts';
import { QueueRow, rowIdOf } from './queue-row.tsx';
import { useRowsInView } from './use-rows-in-view.ts';
import classes from './queue.module.css';

export interface QueueListProps {
  items: readonly QueueItem[];
  held: HeldOrder;
  openId: string | null;
  onOpen: (id: string) => void;
}

export function QueueList({ items, held, openId, onOpen }: QueueListProps) {
  const recent = useRecentlyChanged('incident');
  const [reached, setReached] = useState<string | null>(openId);
  const byId = useMemo(() => new Map(items.map((item) => [item.id, item])), [items]);
  const shown = held.order.map((id) => byId.get(id)).filter((item) => item !== undefined);
  const entry = [reached, openId].find((id) => id !== null && byId.has(id)) ?? shown[0]?.id;
  const at = shown.findIndex(({ id }) => id === entry);
  const list = useRef<HTMLDivElement>(null);
  const { stretches, rowPx } = useRowsInView(list, shown.length, at);

  const reach = useCallback((id: string) => setReached(id), []);
  const focusAt = (index: number) => {
    const item = shown[Math.max(0, Math.min(shown.length - 1, index))];
    if (item === undefined) return;
    const row = () => document.getElementById(rowIdOf(item.id));
    // A row out of view is drawn once it is the one that Tab comes to.
    if (row() === null) flushSync(() => setReached(item.id));
    row()?.focus();
  };
  // The first press comes to the list, where it was left; the next ones move in it.
  const isInside = () => document.activeElement?.getAttribute('role') === 'option';
  const step = (by: number) => focusAt(isInside() ? at + by : at);
  useHotkeys([
    { keys: 'J', label: 'Down the queue', run: () => step(1), repeats: true },
    { keys: 'K', label: 'Up the queue', run: () => step(-1), repeats: true },
  ]);

  /** Where rows are not drawn. One flat list with the rows: a row that came under another parent would lose the focus. */
  const room = (key: string, rows: number) => rows > 0 && <div key={key} role="presentation" style={{ blockSize: `${rows * rowPx}px` }} />;

  const moves: Record<string, () => void> = {
    ArrowDown: () => focusAt(at + 1), ArrowUp: () => focusAt(at - 1), PageDown: () => focusAt(at + 10), PageUp: () => focusAt(at - 10),
    Home: () => focusAt(0), End: () => focusAt(shown.length - 1),
    Enter: () => entry !== undefined && onOpen(entry), ' ': () => entry !== undefined && onOpen(entry),
  };
  return (
    <div
      ref={list}
      role="listbox"
      aria-label="Open incidents, most urgent first"
      className={classes['list']}
      {...held.hand}
      onKeyDown={(event) => {
        held.stir();
        const move = event.ctrlKey || event.metaKey || event.altKey ? undefined : moves[event.key];
        if (move === undefined) return;
        event.preventDefault();
        move();
      }}
    >
      {stretches.flatMap(({ from, to }, index) => [
        room(`before ${index}`, from - (stretches[index - 1]?.to ?? 0)),
        ...shown.slice(from, to).map((item, place) => (
          <QueueRow key={item.id} item={item} entry={item.id === entry} open={item.id === openId} changed={recent.has(item.id)} position={from + place + 1} of={shown.length} onOpen={onOpen} onReach={reach} />
        )),
      ])}
      {room('after', shown.length - (stretches.at(-1)?.to ?? 0))}
    </div>
  );
}
