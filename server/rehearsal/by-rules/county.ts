// A county in memory: incident files changed by the rules alone, who is on duty, in which team, and where.
import { applyAll } from '../../../shared/domain/apply-incident.ts';
import { openNews } from '../../../shared/domain/closed-news.ts';
import type { Decision, Refusal } from '../../../shared/domain/decision.ts';
import type { Who } from '../../../shared/domain/decide-grade.ts';
import type { ReceivingKind } from '../../../shared/domain/decide-handover.ts';
import { greatCircleKm, type Point } from '../../../shared/domain/distance.ts';
import { FIRST_POLICY } from '../../../shared/domain/first-policy.ts';
import { isLive, type Assignment, type Id, type IncidentFile } from '../../../shared/domain/incident-file.ts';
import type { IncidentEvent } from '../../../shared/domain/incident-event.ts';
import type { Instant } from '../../../shared/domain/instant.ts';
import { refusalSentence, type RefusalCode } from '../../../shared/domain/refusal.ts';
import { staysSet } from '../../../shared/domain/stay.ts';
import type { Profession } from '../../../shared/domain/activity.ts';
import type { Role } from '../../../shared/domain/visibility.ts';
import { arriving } from './news.ts';

export const POLICY = { id: '00000000-0000-4000-8000-00000000cafe', body: FIRST_POLICY };

export interface Member { key: string; staffId: Id; name: string; organisationId: Id; profession: Profession | null; roles: readonly Role[]; receivingTeamId: Id | null }
export interface Duty { id: Id; staffId: Id; seat: 'responder' | 'control' | 'edt'; teamId: Id | null; startedAt: Instant }
export interface Team { id: Id; callSign: string; vehicle: string | null; districtCodes: string[]; night: string; formedAt: Instant }
export interface Kept { file: IncidentFile; version: number }
export interface Located { lat: number | null; lon: number | null; districtCode: string | null }
export interface DayTeam { id: Id; name: string; kind: ReceivingKind; startsAt: string; organisationId: Id }
export interface Held { incidentId: Id; assignment: Assignment }

/** One change of one file, with what made it. */
export interface Change { before: IncidentFile | null; after: IncidentFile; events: readonly IncidentEvent[]; byId: Id; at: Instant }

/** The expected no. */
export class Refused extends Error {
  readonly refusal: Refusal;
  constructor(code: RefusalCode, facts?: Record<string, string>) {
    super(refusalSentence({ code, facts }));
    this.refusal = facts === undefined ? { code } : { code, facts };
  }
}

export class County {
  readonly files = new Map<Id, Kept>();
  /** Those of `files` that are open. */
  readonly open = new Map<Id, Kept>();
  /** Those that are closed, and on which news waits. */
  readonly waiting = new Map<Id, Kept>();
  readonly endedBy = new Map<Id, Id>();
  readonly locations = new Map<Id, Located>();
  readonly duties = new Map<Id, Duty>();
  readonly teams = new Map<Id, Team>();
  readonly positions = new Map<Id, Point & { at: Instant }>();
  /** The live visit of each who has one. */
  readonly held = new Map<Id, Held>();
  /** Incidents that a person was ever sent to. */
  readonly sentTo = new Map<Id, Set<Id>>();
  readonly incidentOf = new Map<Id, Id>();
  /** Driven by all cars, as the crow flies. */
  kilometres = 0;
  private ids = 0;
  private version = 0;
  private readonly numbers = new Map<string, number>();

  constructor(
    readonly members: ReadonlyMap<Id, Member>, readonly dayTeams: readonly DayTeam[], private readonly clock: { now(): Instant },
    private readonly heard: { incident(change: Change): void; duty(duty: Duty): void; team(): void },
  ) {}

  now(): Instant { return this.clock.now(); }
  newId(): Id { return idOf('1', this.ids += 1); }
  nextNumber(night: string): number {
    const number = (this.numbers.get(night) ?? 0) + 1;
    this.numbers.set(night, number);
    return number;
  }
  nameOf = (staffId: Id): string => this.members.get(staffId)?.name ?? 'Somebody';

  dutyOf(staffId: Id): Duty | undefined {
    for (const duty of this.duties.values()) if (duty.staffId === staffId) return duty;
    return undefined;
  }
  owned(staffId: Id): Kept[] { return [...this.open.values()].filter(({ file }) => file.incident.ownerId === staffId); }
  newsHeldBy(staffId: Id): Kept[] { return [...this.waiting.values()].filter(({ file }) => openNews(file)?.ownerId === staffId); }
  liveTasksOf(staffId: Id): number {
    return [...this.sentTo.get(staffId) ?? []].reduce((count, id) => count + (this.open.get(id)?.file.assignments.filter((one) => one.staffId === staffId && isLive(one)).length ?? 0), 0);
  }

  kept(incidentId: Id, expectedVersion?: number): Kept {
    const kept = this.files.get(incidentId);
    if (kept === undefined) throw new Refused('not-found');
    if (expectedVersion !== undefined && expectedVersion !== kept.version) throw new Refused('stale', { what: 'somebody changed it' });
    return kept;
  }
  /** The incident that a task, an assignment, a follow-up or a handover is of. */
  incidentIdOf(id: Id): Id {
    const incidentId = this.incidentOf.get(id);
    if (incidentId === undefined) throw new Refused('not-found');
    return incidentId;
  }

  /** Decided by the rule on what stands, applied, and told to those who see it. */
  change(byId: Id, kept: Kept, decide: (file: IncidentFile, who: Who) => Decision<IncidentEvent>): void {
    const decision = decide(kept.file, { staffId: byId, now: this.now() });
    if (!decision.accepted) throw new Refused(decision.refusal.code, decision.refusal.facts);
    if (decision.events.length === 0) return;
    const events: IncidentEvent[] = [...decision.events, ...arriving(this, kept.file, decision.events, byId)];
    this.write(byId, kept.file, [...events, ...staysSet(kept.file, applyAll(kept.file, events), POLICY.body.crew, { staffId: byId, now: this.now() })]);
  }
  create(byId: Id, events: readonly IncidentEvent[]): void { this.write(byId, null, events); }

  /** Who sits in the same car is heard of from the same place at the same moment: it is driven once. */
  stand({ id, teamId }: Duty, { lat, lon }: Point): void {
    const [before, at] = [this.positions.get(id), this.now()];
    const inOneCar = [...this.duties.values()].some((other) => {
      const there = other.id === id || teamId === null || other.teamId !== teamId ? undefined : this.positions.get(other.id);
      return there !== undefined && there.at === at && there.lat === lat && there.lon === lon;
    });
    if (before !== undefined && !inOneCar) this.kilometres += greatCircleKm(before, { lat, lon });
    this.positions.set(id, { lat, lon, at });
  }

  dutyChanged(duty: Duty): void { this.heard.duty(duty); }
  teamsChanged(): void { this.heard.team(); }

  private write(byId: Id, before: IncidentFile | null, events: readonly IncidentEvent[]): void {
    const after = applyAll(before, events);
    const { id, state } = after.incident;
    const kept: Kept = { file: after, version: this.version += 1 };
    this.files.set(id, kept);
    if (state === 'open') this.open.set(id, kept);
    else this.open.delete(id);
    if (state === 'closed' && openNews(after) !== undefined) this.waiting.set(id, kept);
    else this.waiting.delete(id);
    for (const event of events) if (event.name === 'incident.ended') this.endedBy.set(id, event.byId);
    for (const part of [...after.tasks, ...after.assignments, ...after.followUps, ...after.handovers]) this.incidentOf.set(part.id, id);
    for (const assignment of after.assignments) this.hold(id, assignment);
    this.heard.incident({ before, after, events, byId, at: this.now() });
  }

  private hold(incidentId: Id, assignment: Assignment): void {
    const { staffId, kind } = assignment;
    const sentTo = this.sentTo.get(staffId);
    if (sentTo === undefined) this.sentTo.set(staffId, new Set([incidentId]));
    else sentTo.add(incidentId);
    if (kind === 'visit' && isLive(assignment)) this.held.set(staffId, { incidentId, assignment });
    else if (this.held.get(staffId)?.assignment.id === assignment.id) this.held.delete(staffId);
  }
}

/** Shaped as the wire wants ids; counted, so that the same night makes the same ones. */
export const idOf = (kind: string, count: number): Id => `00000000-0000-4${kind.padStart(3, '0')}-8000-${count.toString(16).padStart(12, '0')}`;
