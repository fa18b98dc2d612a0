// Where an incident stands on the map; null where nobody has said, or only in words.
import type { Point } from '../../../shared/domain/distance.ts';
import type { IncidentView } from '../../../shared/protocol/views.ts';

export const pointOf = ({ location }: Pick<IncidentView, 'location'>): Point | null =>
  location === null || location.lat === null || location.lon === null ? null : { lat: location.lat, lon: location.lon };
