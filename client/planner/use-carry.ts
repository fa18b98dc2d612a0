// Takes a visit in the hand: pressed and drawn with the mouse, or by the arrows on the one in focus. Let go or Enter asks; Esc puts it back.
import { useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';
import { useHotkeys } from '../ui/hotkeys.ts';
import { isMovable, toGrain, type Carry } from './carry.ts';
import type { Block } from './timeline-blocks.ts';
import type { TimelineRow } from './timeline-rows.ts';

interface Held extends Carry { pointer: { id: number; x: number; minutesPerPixel: number } | null; moved: boolean }
export interface Carrying {
  held: Carry | null;
  /** For the button of one visit on one row. */
  handles: (block: Block, rowId: string) => { onPointerDown: (event: PointerEvent) => void; onPointerMove: (event: PointerEvent) => void; onPointerUp: () => void; onPointerCancel: () => void; onKeyDown: (event: KeyboardEvent) => void; onClick: () => void; onBlur: () => void };
}

const STEP_MINUTES = 15;
const SLOP_PX = 4;
const SIDEWAYS: Record<string, number> = { ArrowLeft: -STEP_MINUTES, ArrowRight: STEP_MINUTES };
const UPWARDS: Record<string, number> = { ArrowUp: -1, ArrowDown: 1 };

/** `onPlace`: let go somewhere else than where it was. `onOpen`: pressed without being moved. */
export function useCarry(rows: readonly TimelineRow[], hours: number, onPlace: (carry: Carry) => void, onOpen: (block: Block) => void): Carrying {
  const [held, hold] = useState<Held | null>(null);
  /** After a drag the browser says click as well. */
  const dropped = useRef(false);
  const shown = held?.moved === true ? held : null;
  const putBack = () => hold(null);
  const place = () => {
    if (shown === null) return;
    putBack();
    onPlace(shown);
  };
  useHotkeys([{ keys: 'Escape', label: 'Put the visit back where it was', run: putBack }], shown !== null);

  const handles: Carrying['handles'] = (block, rowId) => ({
    onPointerDown(event) {
      if (event.button !== 0 || event.pointerType === 'touch' || !isMovable(block)) return;
      const track = event.currentTarget.parentElement?.getBoundingClientRect().width ?? 0;
      if (track === 0) return;
      dropped.current = false;
      event.currentTarget.setPointerCapture(event.pointerId);
      hold({ block, fromRowId: rowId, rowId, minutes: 0, pointer: { id: event.pointerId, x: event.clientX, minutesPerPixel: (hours * 60) / track }, moved: false });
    },
    onPointerMove(event) {
      if (held?.pointer == null || held.pointer.id !== event.pointerId) return;
      const drawn = event.clientX - held.pointer.x;
      const over = document.elementsFromPoint(event.clientX, event.clientY).map((element) => element.closest<HTMLElement>('[data-timeline-row]')?.dataset['timelineRow']).find((id) => id !== undefined);
      const next = { ...held, minutes: toGrain(drawn * held.pointer.minutesPerPixel), rowId: over ?? held.rowId };
      hold({ ...next, moved: held.moved || Math.abs(drawn) > SLOP_PX || next.rowId !== held.fromRowId });
    },
    onPointerUp() {
      dropped.current = shown?.pointer != null;
      if (shown === null) putBack();
      else place();
    },
    onPointerCancel: putBack,
    onKeyDown(event) {
      const [along, up] = [SIDEWAYS[event.key], UPWARDS[event.key]];
      if (event.ctrlKey || event.metaKey || event.altKey || !isMovable(block) || (along === undefined && up === undefined)) return;
      event.preventDefault();
      const now: Held = shown?.block.id === block.id ? shown : { block, fromRowId: rowId, rowId, minutes: 0, pointer: null, moved: true };
      const index = rows.findIndex(({ id }) => id === now.rowId) + (up ?? 0);
      hold({ ...now, minutes: now.minutes + (along ?? 0), rowId: rows[Math.min(rows.length - 1, Math.max(0, index))]?.id ?? now.rowId });
    },
    onClick() {
      if (dropped.current) dropped.current = false;
      else if (shown === null) onOpen(block);
      else place();
    },
    onBlur: () => { if (held?.pointer === null) putBack(); },
  });
  return { held: shown, handles };
}
