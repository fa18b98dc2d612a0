// Right Care Right Person: who leads, on which ground, who took it and when, and a dispute with its clock (docs/practice.md, Who leads).
import { accept, refuse, type Decision } from './decision.ts';
import type { Id, IncidentFile, StatementId } from './incident-file.ts';
import { plusMinutes, type Instant } from './instant.ts';
import type { PolicyClocks } from './policy.ts';

export const LEADERS = ['police', 'council', 'health', 'another'] as const;
export type Leader = (typeof LEADERS)[number];
export const LEADER_NAMES = { police: 'police', council: 'council', health: 'health', another: 'another organisation' } as const satisfies Record<Leader, string>;

export const GROUNDS = ['crime', 'risk', 'none'] as const;
export type Ground = (typeof GROUNDS)[number];
export const GROUND_NAMES = {
  crime: 'a crime', risk: 'a real and immediate risk to life or of serious harm', none: 'neither a crime nor a real and immediate risk',
} as const satisfies Record<Ground, string>;

/** `theirs`: whoever was asked leads; `ours`: it stays with us. */
export const DISPUTE_OUTCOMES = ['theirs', 'ours'] as const;
export type DisputeOutcome = (typeof DISPUTE_OUTCOMES)[number];

/** Ours until `takenAt`: a lead that nobody has taken by name is a wish. */
export interface Lead {
  id: Id; leader: Leader; ground: Ground; at: Instant; byId: Id; takerId: StatementId | null; takenAt: Instant | null; referenceId: StatementId | null;
  disputeWithId: StatementId | null; disputedAt: Instant | null; disputeDueAt: Instant | null; answererId: StatementId | null; answeredAt: Instant | null; outcome: DisputeOutcome | null;
  endedAt: Instant | null;
}

export interface LeadBodies {
  'lead.named': { leadId: Id; leader: Leader; ground: Ground };
  'lead.taken': { leadId: Id; leader: Leader; takerId: StatementId; takenAt: Instant; referenceId: StatementId | null };
  'lead.disputed': { leadId: Id; withId: StatementId; reasonId: StatementId; dueAt: Instant };
  'lead.answered': { leadId: Id; answererId: StatementId; outcome: DisputeOutcome; reasonId: StatementId };
}
type Stamped<N extends keyof LeadBodies> = LeadBodies[N] & { name: N; at: Instant; byId: Id };
export type LeadEvent = { [N in keyof LeadBodies]: Stamped<N> }[keyof LeadBodies];
interface Who { staffId: Id; now: Instant }
/** By name and organisation, and when. */
export interface Taken { takerId: StatementId; takenAt: Instant; referenceId: StatementId | null }

export const leadInForce = (file: Pick<IncidentFile, 'leads'>): Lead | undefined => file.leads.find(({ endedAt }) => endedAt === null);
export const isDisputed = (lead: Pick<Lead, 'disputedAt' | 'answeredAt' | 'endedAt'>): boolean => lead.disputedAt !== null && lead.answeredAt === null && lead.endedAt === null;
/** By name: the lead, or a Grade 1 by the police control room. */
export const someoneTookIt = (file: Pick<IncidentFile, 'leads' | 'incident'>): boolean => leadInForce(file)?.takenAt != null || file.incident.policeHaveItAt !== null;

const takenEvent = (leadId: Id, leader: Leader, taken: Taken, who: Who): LeadEvent => ({ name: 'lead.taken', at: who.now, byId: who.staffId, leadId, leader, ...taken });
const isOfItsTime = (file: IncidentFile, takenAt: Instant, who: Who): boolean => takenAt <= who.now && takenAt >= file.incident.reportedAt;

export function decideNameLead(file: IncidentFile, command: { leadId: Id; leader: Leader; ground: Ground; taken: Taken | null }, who: Who): Decision<LeadEvent> {
  const { leadId, leader, ground, taken } = command;
  if (file.incident.state === 'closed') return refuse('incident-closed');
  if (leader === 'police' && ground === 'none') return refuse('police-need-ground');
  if (taken !== null && !isOfItsTime(file, taken.takenAt, who)) return refuse('taken-when');
  const named: LeadEvent = { name: 'lead.named', at: who.now, byId: who.staffId, leadId, leader, ground };
  return taken === null ? accept(named) : accept(named, takenEvent(leadId, leader, taken, who));
}

export function decideTakeLead(file: IncidentFile, command: { leadId: Id } & Taken, who: Who): Decision<LeadEvent> {
  const { leadId, ...taken } = command;
  const lead = leadInForce(file);
  if (file.incident.state === 'closed') return refuse('incident-closed');
  if (lead === undefined || lead.id !== leadId) return refuse('not-found');
  if (lead.takenAt !== null) return refuse('lead-taken');
  if (!isOfItsTime(file, taken.takenAt, who)) return refuse('taken-when');
  return accept(takenEvent(leadId, lead.leader, taken, who));
}

/** "Not ours" said in one breath with the ending: whoever took it is named, with when (docs/practice.md, Who leads). */
export function passedOnTo(file: IncidentFile, command: { leadId: Id; leader: Leader } & Taken, who: Who): Decision<LeadEvent> {
  const { leadId, leader, ...taken } = command;
  if (!isOfItsTime(file, taken.takenAt, who)) return refuse('taken-when');
  return accept({ name: 'lead.named', at: who.now, byId: who.staffId, leadId, leader, ground: leadInForce(file)?.ground ?? 'none' }, takenEvent(leadId, leader, taken, who));
}

export function decideDispute(file: IncidentFile, command: { leadId: Id; withId: StatementId; reasonId: StatementId }, clocks: Pick<PolicyClocks, 'dispute'>, who: Who): Decision<LeadEvent> {
  const lead = leadInForce(file);
  if (file.incident.state === 'closed') return refuse('incident-closed');
  if (lead === undefined || lead.id !== command.leadId) return refuse('not-found');
  if (isDisputed(lead)) return refuse('dispute-open');
  return accept({ name: 'lead.disputed', at: who.now, byId: who.staffId, ...command, dueAt: plusMinutes(who.now, clocks.dispute) });
}

export function decideAnswerDispute(file: IncidentFile, command: { leadId: Id; answererId: StatementId; outcome: DisputeOutcome; reasonId: StatementId }, who: Who): Decision<LeadEvent> {
  const lead = file.leads.find(({ id }) => id === command.leadId);
  if (lead === undefined) return refuse('not-found');
  if (file.incident.state === 'closed') return refuse('incident-closed');
  if (!isDisputed(lead)) return refuse('dispute-answered');
  return accept({ name: 'lead.answered', at: who.now, byId: who.staffId, ...command });
}

const onLead = (file: IncidentFile, id: Id, change: (lead: Lead) => Lead): IncidentFile => ({ ...file, leads: file.leads.map((lead) => (lead.id === id ? change(lead) : lead)) });

export function withLead(file: IncidentFile, event: LeadEvent): IncidentFile {
  switch (event.name) {
    case 'lead.named': return { ...file, leads: [...file.leads.map((lead) => (lead.endedAt === null ? { ...lead, endedAt: event.at } : lead)), {
      id: event.leadId, leader: event.leader, ground: event.ground, at: event.at, byId: event.byId, takerId: null, takenAt: null, referenceId: null,
      disputeWithId: null, disputedAt: null, disputeDueAt: null, answererId: null, answeredAt: null, outcome: null, endedAt: null,
    }] };
    case 'lead.taken': return onLead(file, event.leadId, (lead) => ({ ...lead, takerId: event.takerId, takenAt: event.takenAt, referenceId: event.referenceId }));
    case 'lead.disputed': return onLead(file, event.leadId, (lead) => ({
      ...lead, disputeWithId: event.withId, disputedAt: event.at, disputeDueAt: event.dueAt, answererId: null, answeredAt: null, outcome: null,
    }));
    // Whoever answers for them that they lead has taken it; if it is ours, the lead is at an end.
    case 'lead.answered': return onLead(file, event.leadId, (lead) => ({
      ...lead, answererId: event.answererId, answeredAt: event.at, outcome: event.outcome,
      ...(event.outcome === 'ours' ? { endedAt: event.at } : { takerId: lead.takerId ?? event.answererId, takenAt: lead.takenAt ?? event.at }),
    }));
  }
}
