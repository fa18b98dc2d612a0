// One direction of a connection: bytes in order, each as late as the fault of the moment says.
import type { Socket } from 'node:net';

export interface Lateness { delayMs: number; stalledUntil: number }
export interface Flow {
  carry(bytes: Buffer): void;
  /** Whatever is held back goes now. */
  release(): void;
}

export function makeFlow(to: Socket, lateness: () => Lateness): Flow {
  const waiting: { bytes: Buffer; dueAt: number }[] = [];
  let timer: NodeJS.Timeout | undefined;
  const write = (bytes: Buffer): void => { if (to.writable) to.write(bytes); };
  function deliver(): void {
    timer = undefined;
    for (;;) {
      const next = waiting[0];
      if (next === undefined) return;
      const late = Math.max(next.dueAt, lateness().stalledUntil) - Date.now();
      if (late > 0) {
        timer = setTimeout(deliver, late);
        return;
      }
      write(next.bytes);
      waiting.shift();
    }
  }
  return {
    carry(bytes) {
      const { delayMs, stalledUntil } = lateness();
      if (waiting.length === 0 && delayMs === 0 && stalledUntil <= Date.now()) { write(bytes); return; }
      waiting.push({ bytes, dueAt: Date.now() + delayMs });
      if (timer === undefined) deliver();
    },
    release() {
      clearTimeout(timer);
      timer = undefined;
      for (const { bytes } of waiting.splice(0)) write(bytes);
    },
  };
}
