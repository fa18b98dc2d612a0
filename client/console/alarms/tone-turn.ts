// Of all the windows of one person one sounds: the one in sight, if it may. Each asks in its turn what any of them sounded last.
import { z } from 'zod';

const LastTone = z.object({ at: z.number(), alarmIds: z.array(z.string()) });
export type LastTone = z.infer<typeof LastTone>;

/** Long enough to speak a sentence between two. */
export const AGAIN_MS = 20_000;
/** So long a window out of sight lets those in sight go first. */
const HIDDEN_WAITS_MS = 400;

/** How long a window waits before it tries: nothing for an alarm that none has sounded, the rest of the pause for one that has; then, out of sight, the others first. */
export function msUntilTone(last: LastTone | null, alarmIds: readonly string[], nowMs: number, inSight: boolean): number {
  const heard = last !== null && alarmIds.every((id) => last.alarmIds.includes(id));
  // A clock that was set back makes nobody wait longer than the pause.
  const rest = heard ? Math.min(AGAIN_MS, Math.max(0, last.at + AGAIN_MS - nowMs)) : 0;
  return rest + (inSight ? 0 : HIDDEN_WAITS_MS);
}

const isTime = (last: LastTone | null, alarmIds: readonly string[], nowMs: number): boolean => msUntilTone(last, alarmIds, nowMs, true) === 0;

const keyOf = (accountId: string): string => `nightjar.sounded.${accountId}`;

/** What this window sounded itself, for a browser that keeps nothing. */
let own: LastTone | null = null;

export function lastTone(accountId: string): LastTone | null {
  try {
    const kept = LastTone.parse(JSON.parse(localStorage.getItem(keyOf(accountId)) ?? ''));
    return own !== null && own.at > kept.at ? own : kept;
  } catch {
    return own;
  }
}

/** Sounds, unless another window has meanwhile: they ask one after the other. Where a browser has no locks, as without TLS, two at the same instant may both sound. */
export async function soundInTurn(accountId: string, alarmIds: readonly string[], play: () => void): Promise<void> {
  const turn = (): void => {
    const nowMs = Date.now();
    if (!isTime(lastTone(accountId), alarmIds, nowMs)) return;
    play();
    own = { at: nowMs, alarmIds: [...alarmIds] };
    try {
      localStorage.setItem(keyOf(accountId), JSON.stringify(own));
    } catch {
      // Without storage each window sounds for itself: rather twice than not at all.
    }
  };
  if ('locks' in navigator) await navigator.locks.request(keyOf(accountId), turn);
  else turn();
}
