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

/** The deployment's clock from what it read a moment ago; until it has been heard, this machine's. */
export class DeploymentClock {
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
    this.#read = () => at + (performance.now() - measuredAt) * speed;
  }

  /** After a connection, when whatever was believed before may have been far off. */
  start(reading: ClockReading): void {
    this.#latest = 0;
    this.measure(reading);
  }
}
