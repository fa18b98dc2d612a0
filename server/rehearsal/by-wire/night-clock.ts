// The rehearsal's time as a device hears it: paused, slowed and sped up at any moment, and nobody is woken before theirs.
import { instantOf, type Instant } from '../../../shared/domain/instant.ts';
import type { Time } from '../service.ts';

interface Reading { serverNow: Instant; speed: number }
interface Waiting { at: Instant; wake: () => void }

/** Where nothing is heard for longer, nobody may be serving, and then the rehearsal's time stands still. */
const HELD_AFTER_MS = 6_000;
/** As far behind as a change of speed may be heard late: ahead of the server, a call would be typed before it was made. */
const BEHIND_MS = 100;
/** Looked at again at least this often, so that no timer outlives what it was reckoned from. */
const LONGEST_TIMER_MS = 1_000;

/** Once the night is over no wait waits, and still whoever waits in a circle lets the others come to their end. */
export const afterOthers = (): Promise<void> => new Promise((resolve) => { setImmediate(resolve); });

export class NightClock implements Time {
  #heard: { atMs: number; onWallMs: number; speed: number };
  #latestMs: number;
  /** In the order of their moments; of one moment, in the order they came. */
  readonly #waiting: Waiting[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #ended = false;

  /** Stands at `from` until the server is heard; at `endsAt` the night is over. */
  constructor(from: Instant, readonly endsAt: Instant) {
    this.#latestMs = Date.parse(from);
    this.#heard = { atMs: this.#latestMs, onWallMs: performance.now(), speed: 0 };
  }

  /** Never goes back: a message that took longer must not turn it. */
  now = (): Instant => {
    const { atMs, speed } = this.#heard;
    this.#latestMs = Math.max(this.#latestMs, Math.floor(atMs + (Math.min(this.#sinceHeard(), HELD_AFTER_MS) - BEHIND_MS) * speed));
    return instantOf(this.#latestMs);
  };

  /** What the server said a moment ago. Paused, there is no being late. */
  measure({ serverNow, speed }: Reading): void {
    this.#heard = { atMs: Date.parse(serverNow), onWallMs: performance.now(), speed };
    this.#ring();
  }

  until(at: Instant): Promise<void> {
    return this.over() ? afterOthers() : new Promise((resolve) => { this.wakeAt(at, resolve); });
  }

  /** Answers how to be left asleep. */
  wakeAt(at: Instant, wake: () => void): () => void {
    const one = { at, wake };
    const after = this.#waiting.findIndex((other) => other.at > at);
    this.#waiting.splice(after === -1 ? this.#waiting.length : after, 0, one);
    this.#ring();
    return () => {
      const place = this.#waiting.indexOf(one);
      if (place !== -1) this.#waiting.splice(place, 1);
    };
  }

  over(): boolean { return this.#ended || this.now() >= this.endsAt; }

  /** Ended from outside: whoever waits is woken. */
  end(): void {
    this.#ended = true;
    this.#ring();
  }

  #sinceHeard(): number { return performance.now() - this.#heard.onWallMs; }

  #ring(): void {
    const now = this.now();
    const early = this.over() ? -1 : this.#waiting.findIndex(({ at }) => at > now);
    for (const { wake } of this.#waiting.splice(0, early === -1 ? this.#waiting.length : early)) wake();
    clearTimeout(this.#timer);
    const [next] = this.#waiting;
    // Paused, or not heard: the next thing heard sets the timer again.
    if (next === undefined || this.#heard.speed === 0 || this.#sinceHeard() > HELD_AFTER_MS) return;
    const due = next.at < this.endsAt ? next.at : this.endsAt;
    const wallMs = (Date.parse(due) - this.#heard.atMs) / this.#heard.speed + BEHIND_MS - this.#sinceHeard();
    this.#timer = setTimeout(() => this.#ring(), Math.max(0, Math.min(Math.ceil(wallMs), LONGEST_TIMER_MS)));
  }
}
