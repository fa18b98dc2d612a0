// How people and things stood at each place in the log, folded anew from its lines alone.
import type { LoggedEvent } from '../../server/events/logged-event.ts';
import type { Id } from '../../shared/domain/incident-file.ts';
import type { History, Known } from './history.ts';
import { maybeTextIn, textIn, textsIn } from './payload.ts';
import type { DutyThen, IncidentThen, ViewerThen } from './sight-of-role.ts';

export interface Timelines {
  /** Every standing of that person, the earliest first. */
  viewers(staffId: Id): readonly ViewerThen[];
  incident(id: Id, seq: number): IncidentThen | null;
  incidents(id: Id): readonly IncidentThen[];
  duty(id: Id, seq: number): DutyThen | null;
  duties(id: Id): readonly DutyThen[];
  handover(id: Id): { incidentId: Id; receivingTeamId: Id } | null;
  note(id: Id): { receivingTeamId: Id } | null;
  openAtTheEnd(): readonly (readonly [Id, IncidentThen])[];
}

type Past<T> = Map<Id, T[]>;

export function timelinesOf({ log, people }: Pick<History, 'log' | 'people'>): Timelines {
  const [viewers, incidents, duties]: [Past<ViewerThen>, Past<IncidentThen>, Past<DutyThen>] = [new Map(), new Map(), new Map()];
  const [handovers, notes] = [new Map<Id, { incidentId: Id; receivingTeamId: Id }>(), new Map<Id, { receivingTeamId: Id }>()];
  for (const person of people) viewers.set(person.staffId, [atFirst(person)]);
  const standing = new Map(people.map((person) => [person.accountId, { person, disabled: false, ended: new Set<Id>() }]));

  for (const line of log) {
    if (line.incidentId !== null) push(incidents, line.incidentId, incidentAfter(line, last(incidents, line.incidentId)));
    if (line.name === 'handover.sent') handovers.set(line.entityId, { incidentId: line.incidentId ?? '', receivingTeamId: textIn(line, 'receivingTeamId') });
    if (line.name === 'overnightNote.lodged') notes.set(line.entityId, { receivingTeamId: textIn(line, 'receivingTeamId') });
    if (line.entityType === 'duty') {
      push(duties, line.entityId, { seq: line.seq, staffId: textIn(line, 'staffId'), teamId: maybeTextIn(line, 'teamId') });
      change(viewers, textIn(line, 'staffId'), line, line.name === 'duty.ended' ? { dutyId: null, teamId: null } : { dutyId: line.entityId, teamId: maybeTextIn(line, 'teamId') });
    }
    const account = line.entityType === 'account' ? standing.get(line.entityId) : undefined;
    if (account !== undefined) {
      account.disabled = line.name === 'account.disabled' || (account.disabled && line.name !== 'account.enabled');
      if (line.name === 'account.grantEnded') account.ended.add(textIn(line, 'grantId'));
      change(viewers, account.person.staffId, line, rolesOf(account.person, account.disabled, account.ended));
    }
  }
  return {
    viewers: (staffId) => viewers.get(staffId) ?? [], incidents: (id) => incidents.get(id) ?? [], duties: (id) => duties.get(id) ?? [],
    incident: (id, seq) => at(incidents.get(id), seq), duty: (id, seq) => at(duties.get(id), seq), handover: (id) => handovers.get(id) ?? null, note: (id) => notes.get(id) ?? null,
    openAtTheEnd: () => [...incidents].flatMap(([id, past]) => { const end = past.at(-1); return end?.open === true ? [[id, end] as const] : []; }),
  };
}

const last = <T>(past: Past<T>, id: Id): T | undefined => past.get(id)?.at(-1);
const at = <T extends { seq: number }>(past: readonly T[] | undefined, seq: number): T | null => past?.findLast((then) => then.seq <= seq) ?? null;
function push<T>(past: Past<T>, id: Id, then: T): void {
  past.set(id, [...past.get(id) ?? [], then]);
}
function change(viewers: Past<ViewerThen>, staffId: Id, line: LoggedEvent, to: Partial<ViewerThen>): void {
  const before = last(viewers, staffId);
  if (before !== undefined) push(viewers, staffId, { ...before, ...to, seq: line.seq, at: Date.parse(line.receivedAt) });
}

const rolesOf = ({ grants }: Known, disabled: boolean, ended: ReadonlySet<Id>): Pick<ViewerThen, 'roles' | 'receivingTeamIds'> => {
  const standing = disabled ? [] : grants.filter(({ id }) => !ended.has(id));
  return { roles: new Set(standing.map(({ role }) => role)), receivingTeamIds: new Set(standing.map(({ receivingTeamId }) => receivingTeamId).filter((id) => id !== null)) };
};
const atFirst = (person: Known): ViewerThen => ({ seq: 0, at: 0, staffId: person.staffId, ...rolesOf(person, false, new Set()), dutyId: null, teamId: null });

const UNKNOWN: IncidentThen = { seq: 0, open: false, restricted: false, named: new Set(), graded: false, raisedBy: '', raisedIn: null, owner: '', assignments: new Map() };

function incidentAfter(line: LoggedEvent, before: IncidentThen = UNKNOWN): IncidentThen {
  const then = { ...before, seq: line.seq };
  const owned = (owner: Id): IncidentThen => ({ ...then, owner, named: then.restricted ? new Set([...then.named, owner]) : then.named });
  const assigned = (live: boolean): IncidentThen => ({ ...then, assignments: new Map([...then.assignments, [line.entityId, { staffId: textIn(line, 'staffId'), dutyId: textIn(line, 'dutyId'), live }]]) });
  switch (line.name) {
    case 'incident.raised': return { ...then, open: true, raisedBy: textIn(line, 'raisedById'), raisedIn: maybeTextIn(line, 'raisedDutyId'), owner: textIn(line, 'ownerId') };
    case 'incident.graded': return { ...then, graded: true };
    case 'incident.restricted': return { ...then, restricted: true, named: new Set(textsIn(line, 'namedStaffIds')) };
    case 'incident.unrestricted': return { ...then, restricted: false, named: new Set() };
    case 'incident.ownerChanged': return owned(textIn(line, 'ownerId'));
    case 'handover.takenOver': return owned(textIn(line, 'takenById'));
    case 'incident.ended': return { ...then, open: false };
    case 'incident.reopened': return { ...then, open: true };
    case 'assignment.dispatched': return assigned(true);
    case 'assignment.advanced': case 'assignment.corrected': return assigned(textIn(line, 'to') !== 'left');
    case 'assignment.declined': case 'assignment.stoodDown': return assigned(false);
    default: return then;
  }
}
