// The night's phones: what rings, for which desk, and from when. Each call is taken once, by whoever is first.
import { plusMinutes, type Instant } from '../../../shared/domain/instant.ts';
import type { RehearsalCall } from '../calls/rehearsal-call.ts';

export type Desk = 'control' | 'edt';
/** `worse`: somebody rings again about a matter that nobody has attended yet. */
export interface Ringing { kind: 'call' | 'worse'; call: RehearsalCall }
interface Line { ringing: Ringing; at: Instant }

/** What comes by the Emergency Duty Team's door and is not taken there rings in control. */
const OVERFLOW_MINUTES = 5;

export class Switchboard {
  private readonly lines: Record<Desk, Line[]>;
  private readonly taken = new Set<Ringing>();

  constructor(calls: readonly RehearsalCall[]) {
    const rings = calls.flatMap((call): Line[] => [
      { ringing: { kind: 'call', call }, at: plusMinutes(call.reportedAt, call.typedAfterMinutes) },
      ...(call.truth.worsensAfterMinutes === null ? [] : [{ ringing: { kind: 'worse', call } as const, at: plusMinutes(call.reportedAt, Math.max(call.truth.worsensAfterMinutes, call.typedAfterMinutes + 1)) }]),
    ]);
    const atEdt = ({ ringing }: Line) => ringing.kind === 'call' && ringing.call.door === 'edt';
    const inOrder = (lines: Line[]) => lines.toSorted((a, b) => a.at.localeCompare(b.at));
    this.lines = {
      edt: inOrder(rings.filter(atEdt)),
      control: inOrder(rings.map((line) => (atEdt(line) ? { ...line, at: plusMinutes(line.at, OVERFLOW_MINUTES) } : line))),
    };
  }

  /** What rings at this desk now, taken off the hook. */
  take(desk: Desk, now: Instant): Ringing | undefined {
    const first = this.first(desk);
    if (first === undefined || first.at > now) return undefined;
    this.taken.add(first.ringing);
    return first.ringing;
  }
  /** When this desk's phone rings next. */
  nextAt(desk: Desk): Instant | undefined { return this.first(desk)?.at; }

  /** What was reported before the people began is known already. */
  forgetBefore(now: Instant): void {
    for (const line of this.lines.control) if (line.at < now) this.taken.add(line.ringing);
  }

  private first(desk: Desk): Line | undefined {
    const lines = this.lines[desk];
    while (lines[0] !== undefined && this.taken.has(lines[0].ringing)) lines.shift();
    return lines[0];
  }
}
