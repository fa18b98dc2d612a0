// One simulated person: waits in the night's time, acts only while nobody real sits in the seat, and stops when the night is over.
import type { Point } from '../../../shared/domain/distance.ts';
import type { Id } from '../../../shared/domain/incident-file.ts';
import { plusMinutes, type Instant } from '../../../shared/domain/instant.ts';
import type { Route } from '../../../shared/protocol/route.ts';
import type { DutyView } from '../../../shared/protocol/views.ts';
import type { SeedStaff } from '../../seed/staff.ts';
import type { Seeded } from '../calls/seeded.ts';
import type { Answer, Doing, Presence, Sight } from '../service.ts';
import type { Night } from './night.ts';

/** Thrown by every wait once the night's hours are over: each loop ends where it stands. */
export class NightOver extends Error {}
/** Thrown by every wait while a real person sits in this seat; whoever comes back looks afresh. */
export class SeatTaken extends Error {}

export class Person {
  readonly presence: Presence;
  where: Point | null = null;
  /** Duties that this person has had no answer from. */
  readonly silent = new Set<Id>();
  private hasSignal = true;

  constructor(readonly staff: SeedStaff, readonly night: Night) { this.presence = night.service.presence(staff.key); }

  get key(): string { return this.staff.key; }
  get staffId(): string { return this.presence.staffId; }
  now(): Instant { return this.night.now(); }
  sight(): Sight { return this.presence.sight(); }
  duty(): DutyView | undefined { return this.sight().duties.find(({ staffId }) => staffId === this.staffId); }
  chance(...labels: (string | number)[]): Seeded { return this.night.chance(...labels, this.key); }

  async wait(minutes: number): Promise<void> { await this.until(plusMinutes(this.now(), minutes)); }
  async until(at: Instant): Promise<void> {
    await this.night.service.time.until(at);
    this.checkSeat();
  }
  /** Until something changes that this person sees, at the latest at the moment given. */
  async news(latest: Instant): Promise<void> {
    await this.presence.news(latest);
    this.checkSeat();
  }
  async seatFree(): Promise<void> {
    while (!this.presence.free()) {
      await this.night.service.time.until(plusMinutes(this.now(), 1));
      if (this.night.service.over()) throw new NightOver();
    }
  }

  do<R extends Route>(route: R, doing: Doing<R>): Promise<Answer> { return this.presence.do(route, doing); }

  /** A fact pressed on the device. Without signal it waits there, and its owner goes on. */
  async report<R extends Route>(route: R, doing: Doing<R>): Promise<void> {
    const sent = this.presence.do(route, doing);
    if (this.hasSignal) await sent;
    else sent.catch(() => undefined);
  }

  moveTo(at: Point): void {
    this.where = at;
    this.presence.stand(at);
  }

  /** The device falls silent, and is heard again by itself. */
  loseSignal(minutes: number): void {
    if (!this.hasSignal) return;
    this.hasSignal = false;
    this.presence.signal(false);
    this.night.service.time.until(plusMinutes(this.now(), minutes)).then(() => {
      this.hasSignal = true;
      this.presence.signal(true);
    }).catch(() => undefined);
  }

  private checkSeat(): void {
    if (this.night.service.over()) throw new NightOver();
    if (!this.presence.free()) throw new SeatTaken();
  }
}
