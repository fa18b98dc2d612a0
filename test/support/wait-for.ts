// Waits for a thing to become so, and no longer than it may take: the bounded wait that stands where a sleep would.
import { setTimeout as pause } from 'node:timers/promises';

const LOOK_AGAIN_MS = 10;

/** Answers what `find` finds once that is neither undefined, null nor false; throws, naming the thing, when it has not come within `ms`. */
export async function waitFor<T>(what: string, find: () => T | Promise<T>, ms = 5_000): Promise<Exclude<T, undefined | null | false>> {
  const end = performance.now() + ms;
  for (;;) {
    const found = await find();
    if (isThere(found)) return found;
    if (performance.now() > end) throw new Error(`Waited ${ms} ms in vain: ${what}`);
    await pause(LOOK_AGAIN_MS);
  }
}

const isThere = <T>(found: T): found is Exclude<T, undefined | null | false> => found !== undefined && found !== null && found !== false;
