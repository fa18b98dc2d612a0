// Somebody simulated, served by the rules alone: sees what their role sees, and what they do is decided at once.
import { isLive, type Handover, type Id } from '../../../shared/domain/incident-file.ts';
import type { Instant } from '../../../shared/domain/instant.ts';
import type { Point } from '../../../shared/domain/distance.ts';
import type { Role } from '../../../shared/domain/visibility.ts';
import type { Route } from '../../../shared/protocol/route.ts';
import type { Answer, Doing, Presence, Sight, SuggestedCrew } from '../service.ts';
import { Refused, type Change, type County, type Duty, type Kept, type Member } from './county.ts';
import { isControl, type Rule } from './rule.ts';
import { suggestedIn } from './suggested.ts';
import type { Seen } from './seen.ts';
import type { VirtualTime } from './virtual-time.ts';

export interface Served { county: County; seen: Seen; time: VirtualTime; rules: ReadonlyMap<Route, Rule> }

type Part = 'incidents' | 'duties' | 'teams' | 'handovers';
const EVERYTHING: readonly Part[] = ['incidents', 'duties', 'teams', 'handovers'];

export class RulePresence implements Presence {
  readonly staffId: Id;
  readonly name: string;
  readonly roles: readonly Role[];
  private readonly stale = new Set<Part>(EVERYTHING);
  private looked: Sight;
  private hasNews = true;
  private wake: (() => void) | null = null;
  private hasSignal = true;
  private readonly outbox: (() => void)[] = [];

  constructor(private readonly member: Member, private readonly served: Served) {
    ({ staffId: this.staffId, name: this.name, roles: this.roles } = member);
    this.looked = { incidents: [], duties: [], teams: [], handovers: [], positions: served.county.positions };
  }

  sight(): Sight {
    this.hasNews = false;
    if (!this.hasSignal || this.stale.size === 0) return this.looked;
    const { stale, looked } = this;
    this.looked = {
      positions: looked.positions, incidents: stale.has('incidents') ? this.incidents() : looked.incidents, duties: stale.has('duties') ? this.duties() : looked.duties,
      teams: stale.has('teams') ? this.teams() : looked.teams, handovers: stale.has('handovers') ? this.handovers() : looked.handovers,
    };
    stale.clear();
    return this.looked;
  }

  receivingTeams(): ReturnType<Presence['receivingTeams']> { return Promise.resolve(this.served.county.dayTeams); }

  suggested(taskId: Id): Promise<readonly SuggestedCrew[]> { return Promise.resolve(suggestedIn(this.served.county, taskId)); }

  news(latest: Instant): Promise<void> {
    return new Promise((resolve) => {
      const forget = this.served.time.wakeAt(this.hasNews && this.hasSignal ? '' : latest, () => this.wake?.());
      this.wake = () => {
        this.wake = null;
        forget();
        resolve();
      };
    });
  }

  do<R extends Route>(route: R, doing: Doing<R>): Promise<Answer> {
    const rule = this.served.rules.get(route);
    if (rule === undefined) throw new Error(`Simulated people do not use ${route.method} ${route.path}.`);
    if (this.hasSignal) return Promise.resolve(this.answer(rule, doing));
    // A fact keeps the moment it was pressed at; anything else is asked for once somebody can hear it.
    const device = 'device' in route.body.shape ? { device: { at: this.served.time.now(), offsetMs: 0 } } : {};
    return new Promise((resolve) => { this.outbox.push(() => resolve(this.answer(rule, { ...doing, ...device }))); });
  }

  stand(at: Point): void {
    const duty = this.served.county.dutyOf(this.staffId);
    if (this.hasSignal && duty !== undefined) this.served.county.stand(duty, at);
  }

  signal(there: boolean): void {
    this.hasSignal = there;
    if (!there) return;
    for (const send of this.outbox.splice(0)) send();
    this.tell(EVERYTHING);
  }

  free(): boolean { return true; }

  /** Told of a change that this person may see. */
  heardIncident({ before, after, events }: Change): void {
    const control = isControl(this.member);
    const sees = control || this.roles.includes('edt') || after.assignments.some(({ staffId }) => staffId === this.staffId);
    if (sees) this.tell(control && events.some(({ name }) => name.startsWith('assignment.')) ? ['incidents', 'duties'] : ['incidents']);
    if (before?.handovers !== after.handovers && !this.roles.includes('responder')) this.tell(['handovers']);
  }
  heardDuty(duty: Duty): void { if (isControl(this.member) || duty.staffId === this.staffId || this.roles.includes('responder')) this.tell(['duties']); }
  heardTeam(): void { if (isControl(this.member) || this.roles.includes('responder')) this.tell(['teams']); }

  private tell(parts: readonly Part[]): void {
    for (const part of parts) this.stale.add(part);
    this.hasNews = true;
    if (this.hasSignal && this.wake !== null) queueMicrotask(this.wake);
  }

  private answer(rule: Rule, doing: object): Answer {
    const { county } = this.served;
    try {
      return { done: true, ids: rule.run({ county, actor: this.member, duty: county.dutyOf(this.staffId) }, { ...doing, commandId: county.newId() }) };
    } catch (error) {
      if (error instanceof Refused) return { done: false, refusal: error.refusal };
      throw error;
    }
  }

  private teams(): Sight['teams'] { return this.roles.includes('responder') || isControl(this.member) ? [...this.served.county.teams.values()] : []; }

  private duties(): Sight['duties'] {
    const { county, seen } = this.served;
    const own = county.dutyOf(this.staffId);
    const sees = ({ staffId, teamId }: Duty): boolean => isControl(this.member) || staffId === this.staffId || (own !== undefined && teamId !== null && teamId === own.teamId);
    return [...county.duties.values()].filter(sees).map((duty) => seen.duty(duty));
  }

  private handovers(): Sight['handovers'] {
    const { county, seen } = this.served;
    const sees = ({ receivingTeamId }: Handover): boolean => !this.roles.includes('receiving-team') || receivingTeamId === this.member.receivingTeamId;
    return [...county.open.values()].flatMap((kept) => kept.file.handovers.filter(sees).map((handover) => seen.handover(kept, handover)));
  }

  private incidents(): Sight['incidents'] { return this.visible().map((kept) => this.served.seen.incident(kept)); }

  /** Open ones, and for control and the EDT desk those on which news waits: what else has ended is nobody's work. */
  private visible(): Kept[] {
    const { county } = this.served;
    const work = [...county.open.values(), ...county.waiting.values()];
    if (isControl(this.member)) return work;
    const dutyId = county.dutyOf(this.staffId)?.id;
    const sent = ({ file }: Kept): boolean => file.assignments.some((one) => one.staffId === this.staffId && (isLive(one) || one.dutyId === dutyId));
    const atTheDesk = (kept: Kept): boolean => {
      const { firstGradedAt, raisedById, ownerId } = kept.file.incident;
      return firstGradedAt !== null || raisedById === this.staffId || ownerId === this.staffId || sent(kept);
    };
    if (this.roles.includes('edt')) return work.filter(atTheDesk);
    return [...county.sentTo.get(this.staffId) ?? []].flatMap((id) => county.open.get(id) ?? []).filter(sent);
  }
}
