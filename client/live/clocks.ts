// Two clocks: how long ago something was here, and what time it is in the deployment, which in a rehearsal may run sixty times as fast.
import { instantOf } from '../../shared/domain/instant.ts';
import type { Instant } from '../../shared/domain/instant.ts';

/** Milliseconds since now, by whichever clock went further: performance.now sleeps with the machine, Date may be set back. */
export function startWatch(): () => number {
  const wall = Date.now();
  const steady = performance.now();
  return () => Math.max(Date.now() - wall, performance.now() - steady);
}

export interface ClockReading { serverNow: Instant; speed: number }

/** Nearer than this, by the wall, what was believed was only early: the clock waits rather than goes back. */
const farMs = 10_000;

/** The deployment's clock from what it read a moment ago; until it has been heard, this machine's. */
export class DeploymentClock {
  /** Times as fast as the wall's; 0 while a rehearsal is paused. */
  speed = 1;
  #read = () => Date.now();
  #latest = 0;

  now = (): Instant => {
    // A message that took longer must not turn the clock back.
    this.#latest = Math.max(this.#latest, this.#read());
    return instantOf(this.#latest);
  };

  measure({ serverNow, speed }: ClockReading): void {
    const at = Date.parse(serverNow);
    const measuredAt = performance.now();
    this.speed = speed;
    this.#read = () => at + (performance.now() - measuredAt) * speed;
  }

  /** After a connection, when whatever was believed before may have been far off: a rehearsal stands still while nobody serves it. */
  start(reading: ClockReading): void {
    const early = this.#latest - Date.parse(reading.serverNow);
    if (early > farMs * Math.max(1, this.speed, reading.speed)) this.#latest = 0;
    this.measure(reading);
  }
}
