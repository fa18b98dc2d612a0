// The one clock of the domain: the wall's, or a rehearsal's. Sessions and throttling stay on wall time.
import { instantOf, type Instant } from '../../shared/domain/instant.ts';

export interface Clock {
  kind: 'live' | 'rehearsal';
  /** Times as fast as the wall's; 0 while it stands still. */
  readonly speed: number;
  /** Never earlier than it has said before. */
  now(): Instant;
  /** A rehearsal's: goes by this anchor from its wall moment on, which may lie ahead. */
  turn?(anchor: Anchor): void;
}

export const wallNow = (): Instant => instantOf(Date.now());

export const liveClock: Clock = { kind: 'live', speed: 1, now: wallNow };

/** Domain time was `domainAt` at `wallAt`, and runs at a speed from there: up to `until`, where it stands still by itself. */
export interface Anchor { domainAt: Instant; wallAt: Instant; speed: number; until: Instant | null }

/** Where an anchor has domain time at a moment of the wall's, in milliseconds. */
export const domainMsAt = ({ domainAt, wallAt, speed, until }: Anchor, wallMs: number): number =>
  Math.min(Date.parse(domainAt) + Math.max(0, wallMs - Date.parse(wallAt)) * speed, until === null ? Infinity : Date.parse(until));

/** When it stands still by itself, in milliseconds of the wall's; Infinity for one that runs on. */
export const endOnWallMs = ({ domainAt, wallAt, speed, until }: Anchor): number =>
  (until === null || speed === 0 ? Infinity : Date.parse(wallAt) + (Date.parse(until) - Date.parse(domainAt)) / speed);

/** Domain time that starts at an anchor, and goes by another when it is told to. */
export function rehearsalClock(first: Anchor): Clock {
  let [before, anchor] = [first, first];
  let latest = -Infinity;
  const inForce = (wallMs: number): Anchor => (wallMs < Date.parse(anchor.wallAt) ? before : anchor);
  const read = (): number => {
    const wallMs = Date.now();
    latest = Math.max(latest, domainMsAt(inForce(wallMs), wallMs));
    return latest;
  };
  return {
    kind: 'rehearsal',
    get speed() {
      const { speed, until } = inForce(Date.now());
      return until !== null && read() >= Date.parse(until) ? 0 : speed;
    },
    now: () => instantOf(read()),
    turn(next) {
      if (isSame(next, anchor)) return;
      before = inForce(Date.now());
      anchor = next;
    },
  };
}

const isSame = (one: Anchor, other: Anchor): boolean =>
  one.domainAt === other.domainAt && one.wallAt === other.wallAt && one.speed === other.speed && one.until === other.until;
