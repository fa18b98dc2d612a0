// Somebody simulated at their own screen: what they see, what they do, where their device is, and whether it has signal.
import type { Point } from '../../../shared/domain/distance.ts';
import type { Id } from '../../../shared/domain/incident-file.ts';
import { plusMinutes, type Instant } from '../../../shared/domain/instant.ts';
import type { Role } from '../../../shared/domain/visibility.ts';
import { listReceivingTeams } from '../../../shared/protocol/handovers.ts';
import type { OutOf, Route } from '../../../shared/protocol/route.ts';
import { suggestForTask } from '../../../shared/protocol/suggestions.ts';
import type { Answer, Doing, Presence, Sight, SuggestedCrew } from '../service.ts';
import type { Door } from './door.ts';
import { Fixes } from './fixes.ts';
import { Line } from './line.ts';
import { afterOthers, type NightClock } from './night-clock.ts';
import { Outbox } from './outbox.ts';
import { Reach } from './reach.ts';
import type { Session } from './session.ts';
import { untilAnswered } from './until-answered.ts';

/** Long enough for what one did to come back on one's own screen; what it does not show is not waited for. */
const SEEN_WITHIN_MS = 1_000;
const SEATED_WITHIN_MS = 30_000;
const AT_REST_MINUTES = 2;

export class WirePresence implements Presence {
  readonly staffId: Id;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly #reach = new Reach();
  readonly #line: Line;
  readonly #outbox: Outbox;
  readonly #fixes: Fixes;
  #isNew = true;
  #forgetPlace = (): void => undefined;
  readonly #awaiting = new Set<() => void>();

  constructor(private readonly door: Door, private readonly session: Session, private readonly clock: NightClock, private readonly isFree: () => boolean) {
    ({ staffId: this.staffId, name: this.name, roles: this.roles } = session.me);
    this.#line = new Line(door, session, { timed: (reading) => clock.measure(reading), changed: () => this.wake() });
    this.#outbox = new Outbox(door, session, this.#reach, clock.now, (seq) => this.#line.reached(seq, SEEN_WITHIN_MS));
    this.#fixes = new Fixes(door, session, this.#reach);
    this.#line.open();
  }

  sight(): Sight {
    this.#isNew = false;
    const { incident, duty, team, handover } = this.#line.state.entities;
    return { incidents: incident.shown, duties: duty.shown, teams: team.shown, handovers: handover.shown, positions: this.#line.positions };
  }

  news(latest: Instant): Promise<void> {
    if (this.#isNew || this.clock.over()) return afterOthers();
    return new Promise((resolve) => {
      const wake = (): void => {
        this.#awaiting.delete(wake);
        forget();
        resolve();
      };
      let forget = (): void => undefined;
      this.#awaiting.add(wake);
      forget = this.clock.wakeAt(latest, wake);
    });
  }

  async receivingTeams(): Promise<OutOf<typeof listReceivingTeams>> {
    const answer = await untilAnswered(this.door, this.session, this.#reach, listReceivingTeams, {});
    return answer?.done === true ? answer.out : [];
  }

  async suggested(taskId: Id): Promise<readonly SuggestedCrew[]> {
    const answer = await untilAnswered(this.door, this.session, this.#reach, suggestForTask, { taskId, insteadOf: [] });
    if (answer?.done !== true) return [];
    const { ranked, alone, mayGoAhead } = answer.out;
    const lines = ranked.length > 0 ? ranked : mayGoAhead ? alone : [];
    return lines.map(({ legs }) => ({ dutyIds: legs.map(({ dutyId }) => dutyId), minutes: legs.map(({ minutes }) => minutes), whole: ranked.length > 0 }));
  }

  do<R extends Route>(route: R, doing: Doing<R>): Promise<Answer> { return this.#outbox.do(route, doing); }

  /** From then on the device tells its place by itself, at rest too, until it is somewhere else. */
  stand(at: Point): void {
    this.#forgetPlace();
    if (this.clock.over()) return;
    if (this.#reach.there && this.free() && this.#isOnDuty()) this.#fixes.take(at, this.clock.now());
    this.#forgetPlace = this.clock.wakeAt(plusMinutes(this.clock.now(), AT_REST_MINUTES), () => this.stand(at));
  }

  signal(there: boolean): void {
    this.#reach.set(there);
    if (there) this.#line.open();
    else {
      this.#line.close();
      this.#fixes.drop();
    }
  }

  free(): boolean { return this.isFree(); }

  /** Something is to be looked at again: what is seen, or whose seat this is. */
  wake(): void {
    this.#isNew = true;
    for (const wake of this.#awaiting) wake();
  }

  /** Resolves once this person has seen the night for the first time, or after a while. */
  seated(): Promise<void> { return this.#line.reached(0, SEATED_WITHIN_MS); }

  /** Resolves once what this device has kept is sent: for that it has signal again. */
  unburdened(): Promise<void> {
    this.signal(true);
    return this.#outbox.emptied();
  }

  leave(): void {
    this.#forgetPlace();
    this.#line.close();
    this.#fixes.stop();
    this.wake();
  }

  #isOnDuty(): boolean { return this.#line.state.entities.duty.shown.some(({ staffId }) => staffId === this.staffId); }
}
