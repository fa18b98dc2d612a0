// The board as marks on the map: incidents by grade, crews where their newest position is, and where they are going.
import type { Point } from '../../../shared/domain/distance.ts';
import type { IncidentView } from '../../../shared/protocol/views.ts';
import { pointOf } from '../../forms/place/point-of.ts';
import type { MapCrew, MapIncident, MapResponder } from '../../map/map-model.ts';
import { isLate } from '../board/clock-of.ts';
import { AVAILABILITY_WORDS, type Crew } from '../board/crew.ts';
import type { QueueItem } from '../board/queue-item.ts';

export const incidentMarks = (items: readonly QueueItem[], selectedId: string | null, now: Date): MapIncident[] => items.flatMap((item) => {
  const point = pointOf(item.incident);
  return point === null ? [] : [{
    ...point, id: item.id, ref: item.tail, grade: item.incident.grade, selected: item.id === selectedId, late: isLate(item.owed, now),
    label: `${item.tail} ${item.district}: ${item.stand}`,
  }];
});

function goingTo(crew: Crew, incidents: ReadonlyMap<string, IncidentView>): Point | null {
  if (crew.availability !== 'sent' && crew.availability !== 'going') return null;
  const incident = crew.incidentId === null ? undefined : incidents.get(crew.incidentId);
  return incident === undefined ? null : pointOf(incident);
}

export interface CrewMarks {
  crews: MapCrew[];
  responders: MapResponder[];
}

/** A team is one mark; somebody without a team is a person. */
/** Minutes by the straight line, where the policy's figures are at hand and the position is new enough to say so. */
export type Minutes = (from: Point & { at: string }, to: Point) => number | null;

const goingText = (from: Point & { at: string }, to: Point | null, minutes: Minutes | undefined): string | null => {
  const left = to === null ? null : minutes?.(from, to) ?? null;
  return left === null ? null : `${Math.max(1, Math.ceil(left))} min`;
};

export function crewMarks(crews: readonly Crew[], incidents: ReadonlyMap<string, IncidentView>, selectedId: string | null, minutes?: Minutes): CrewMarks {
  const marks: CrewMarks = { crews: [], responders: [] };
  for (const crew of crews) {
    if (crew.newest === null) continue;
    const { lat, lon, at } = crew.newest;
    const to = goingTo(crew, incidents);
    const going = { goingTo: to, goingText: goingText(crew.newest, to, minutes) };
    if (crew.team === null) marks.responders.push({ lat, lon, id: crew.id, name: crew.callSign, positionAt: at, ...going, label: `${crew.callSign}: ${AVAILABILITY_WORDS[crew.availability]}` });
    else {
      marks.crews.push({
        lat, lon, id: crew.id, callSign: crew.callSign, positionAt: at, selected: crew.id === selectedId, ...going,
        label: `${crew.callSign}: ${AVAILABILITY_WORDS[crew.availability]}`,
      });
    }
  }
  return marks;
}
