// What the map says to somebody who cannot see it.
import { greatCircleKm, type Point } from '../../shared/domain/distance.ts';
import { GRADES } from '../../shared/domain/grade.ts';
import type { MapCrew, MapIncident, MapPlace, MapResponder } from './map-model.ts';
import { ageSeconds } from './position-age.ts';

export interface MapContent {
  readonly incidents: readonly MapIncident[];
  readonly crews: readonly MapCrew[];
  readonly responders: readonly MapResponder[];
}

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

/** A few sentences that stand for the picture, and where the same is found as a list. */
export function mapSummary(
  { incidents, crews, responders }: MapContent,
  nowMs: number,
  staleAfterSeconds: number,
  listedIn: string,
): string {
  const byGrade = GRADES.map((grade) => ({ grade, count: incidents.filter((incident) => incident.grade === grade).length }))
    .filter(({ count }) => count > 0)
    .map(({ grade, count }) => `${count} of grade ${grade}`);
  const late = incidents.filter((incident) => incident.late).length;
  const stale = [...crews, ...responders].filter(({ positionAt }) => ageSeconds(positionAt, nowMs) > staleAfterSeconds).length;
  const people = responders.length > 0 ? `, ${counted(responders.length, 'responder', 'responders')}` : '';
  const old = stale > 0 ? `; ${counted(stale, 'position is', 'positions are')} old` : '';
  return [
    incidents.length === 0
      ? 'No incidents on the map.'
      : `${counted(incidents.length, 'incident', 'incidents')}: ${byGrade.join(', ')}${late > 0 ? `; ${late} late` : ''}.`,
    `${counted(crews.length, 'crew', 'crews')} with a position${people}${old}.`,
    `All of it is also in ${listedIn}.`,
  ].join(' ');
}

export function nearTo(point: Point, places: readonly MapPlace[]): string {
  let nearest = 'the chosen place';
  let nearestKm = Infinity;
  for (const place of places) {
    const km = greatCircleKm(point, place);
    if (km < nearestKm) [nearest, nearestKm] = [place.name, km];
  }
  return nearest;
}
