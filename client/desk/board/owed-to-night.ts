// The EDT worker's three columns: what waits for somebody, what is with them, what somebody has taken over.
import { compareUrgency } from '../../../shared/domain/status.ts';
import type { HandoverView, IncidentView } from '../../../shared/protocol/views.ts';
import { byNewestEnd, byWorst } from './desk-item.ts';
import type { DeskColumn, HandoverItem, IncidentItem } from './desk-item.ts';
import { statusFacts } from './status-facts.ts';

export interface Night {
  incidents: readonly IncidentView[];
  handovers: readonly HandoverView[];
  staffId: string;
  /** The receiving teams that are the EDT desk itself. */
  deskTeamIds: ReadonlySet<string>;
}

/** The last word on it was a rejection that named nobody: it is its owner's again. */
export function cameBackFrom(incident: Pick<IncidentView, 'id'>, handovers: readonly HandoverView[]): HandoverView | null {
  const last = handovers.filter(({ incidentId }) => incidentId === incident.id).toSorted((a, b) => a.sentAt.localeCompare(b.sentAt)).at(-1);
  return last?.state === 'rejected' ? last : null;
}

export function owedToNight({ incidents, handovers, staffId, deskTeamIds }: Night): DeskColumn[] {
  const open = incidents.filter(({ state }) => state === 'open');
  const ownedIds = new Set(open.filter(({ owner }) => owner.staffId === staffId).map(({ id }) => id));
  const ownersOff = new Map(open.filter(({ owner }) => !owner.onDuty).map(({ id, owner }) => [id, owner.name]));
  const asHandover = (handover: HandoverView): HandoverItem => ({
    kind: 'handover', id: handover.id, handover, mine: ownedIds.has(handover.incidentId), ownerOffDuty: ownersOff.get(handover.incidentId) ?? null,
  });
  const asIncident = (incident: IncidentView): IncidentItem => ({
    kind: 'incident', id: incident.id, incident, cameBack: cameBackFrom(incident, handovers),
    followUp: incident.followUps.filter(({ decision, owner }) => decision === null && owner.staffId === staffId).toSorted((a, b) => a.dueAt.localeCompare(b.dueAt))[0] ?? null,
  });

  const sent = handovers.filter(({ state }) => state === 'sent').toSorted(byWorst);
  const isForMe = (handover: HandoverView) => deskTeamIds.has(handover.receivingTeamId) && handover.sentBy.staffId !== staffId;
  const waitingIds = new Set(sent.map(({ incidentId }) => incidentId));
  const byUrgency = open.toSorted((a, b) => compareUrgency(statusFacts(a), statusFacts(b)));
  // A follow-up keeps a case here even while it waits to be taken over: somebody must decide it tonight.
  const isMine = ({ incident, followUp }: IncidentItem) => followUp !== null || (ownedIds.has(incident.id) && !waitingIds.has(incident.id));

  const items = byUrgency.map(asIncident);
  const backIds = new Set(items.map(({ cameBack }) => cameBack?.id));
  const ended = (...states: HandoverView['state'][]) => handovers.filter(({ id, state }) => states.includes(state) && !backIds.has(id)).toSorted(byNewestEnd).map(asHandover);

  return [
    {
      key: 'waiting', title: 'Waiting to be taken over', tab: 'Waiting', groups: [{ name: null, items: sent.filter((handover) => !isForMe(handover)).map(asHandover) }],
      empty: { title: 'Nothing waits to be taken over.', why: 'A case that is sent on stands here until a named person takes it over.' },
    },
    {
      key: 'mine', title: 'With me', tab: 'With me',
      groups: [
        { name: 'Sent to the desk: take over?', items: sent.filter(isForMe).map(asHandover) },
        { name: 'Mine', items: items.filter(isMine) },
        { name: 'Coming: still open tonight', items: items.filter((item) => !isMine(item) && !waitingIds.has(item.incident.id)) },
      ],
      empty: { title: 'You hold nothing.', why: 'What you take, what you must decide and what is sent to the desk stand here.' },
    },
    {
      key: 'done', title: 'Taken over', tab: 'Taken over',
      groups: [
        { name: null, items: ended('taken-over') },
        { name: 'Rejected or withdrawn', items: ended('rejected', 'withdrawn') },
      ],
      empty: { title: 'Nothing has been taken over yet.', why: 'Whoever takes a case over is named here, with when and how.' },
    },
  ];
}
