// The one clock of the domain: the wall's, or a rehearsal's. Sessions and throttling stay on wall time.
import { instantOf, type Instant } from '../../shared/domain/instant.ts';

export interface Clock {
  kind: 'live' | 'rehearsal';
  speed: number;
  now(): Instant;
}

export const wallNow = (): Instant => instantOf(Date.now());

export const liveClock: Clock = { kind: 'live', speed: 1, now: wallNow };

export interface Anchor { domainAt: Instant; wallAt: Instant; speed: number }

/** Domain time that started at an anchor and runs at a speed. */
export const rehearsalClock = (anchor: Anchor): Clock => ({
  kind: 'rehearsal',
  speed: anchor.speed,
  now: () => instantOf(Date.parse(anchor.domainAt) + (Date.now() - Date.parse(anchor.wallAt)) * anchor.speed),
});
