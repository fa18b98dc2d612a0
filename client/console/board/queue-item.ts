// One open incident as the queue, the map and the wall show it; and all of them in the order of urgency.
import { dutyNightOf } from '../../../shared/domain/duty-night.ts';
import { missingNeeds, statusOf, urgencyOf, type Status } from '../../../shared/domain/status.ts';
import type { Need } from '../../../shared/domain/activity.ts';
import type { IncidentView } from '../../../shared/protocol/views.ts';
import { claimsOf, type Claim, type Looker } from './claims.ts';
import { clockOf, isSoon, type OwedBy } from './clock-of.ts';
import { factsOf } from './facts-of.ts';
import { districtLine, peopleLine, standLine, tailOf, weekdayOf } from './incident-lines.ts';

export interface QueueItem {
  id: string;
  incident: IncidentView;
  status: Status;
  owed: OwedBy | null;
  missing: readonly Need[];
  /** As it is said: "0047"; with its night where that is not tonight. */
  tail: string;
  /** "Thu": the night it was reported in, where that is not tonight. */
  otherNight: string;
  district: string;
  people: string;
  stand: string;
  claims: readonly Claim[];
  mine: boolean;
}

export function queueItem(incident: IncidentView, me: Looker, now: Date, tonight: string = dutyNightOf(now.toISOString())): QueueItem {
  const facts = factsOf(incident);
  const status = statusOf(facts);
  const owed = clockOf(incident);
  const at = now.toISOString();
  return {
    id: incident.id, incident, status, owed, missing: missingNeeds(facts), tail: tailOf(incident, tonight),
    otherNight: incident.night === tonight ? '' : weekdayOf(incident.night), district: districtLine(incident),
    people: peopleLine(incident), stand: standLine(incident, status), claims: claimsOf(incident, { status, soon: isSoon(owed, now) }, me, at),
    mine: incident.owner.staffId === me.staffId,
  };
}

export const byUrgency = (incidents: readonly IncidentView[]): IncidentView[] =>
  incidents.filter(({ state }) => state === 'open').map((incident) => ({ incident, urgency: urgencyOf(factsOf(incident)) }))
    .sort((a, b) => (a.urgency < b.urgency ? -1 : a.urgency > b.urgency ? 1 : 0)).map(({ incident }) => incident);

const UNCOVERED: ReadonlySet<Status> = new Set<Status>(['ungraded', 'no-task', 'uncovered', 'part-sent']);
/** Nobody, or not everybody it needs, is on the way or has been. */
export const isUncovered = (item: QueueItem): boolean => UNCOVERED.has(item.status);
/** How it stands asks for somebody now: only then may the words about it be coloured. */
export const isPressing = ({ claims }: Pick<QueueItem, 'claims'>): boolean => claims.some(({ byStatus, pressing }) => byStatus && pressing);
