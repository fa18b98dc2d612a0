// A place as a form holds it: the door in the caller's words, the town as found, and a point where there is one.
import { z } from 'zod';
import type { CallOf } from '../../../shared/protocol/route.ts';
import type { raiseIncident } from '../../../shared/protocol/incidents.ts';
import type { IncidentView } from '../../../shared/protocol/views.ts';

const Point = z.object({ lat: z.number(), lon: z.number() });
export const PlaceDraft = z.object({ door: z.string(), place: z.string(), point: Point.nullable(), pinned: z.boolean(), secret: z.boolean() });
export type PlaceDraft = z.infer<typeof PlaceDraft>;
export const NOWHERE: PlaceDraft = { door: '', place: '', point: null, pinned: false, secret: false };

type LocationInput = NonNullable<CallOf<typeof raiseIncident>['location']>;
const LONGEST_LABEL = 200;

export const labelOf = ({ door, place, pinned }: PlaceDraft): string =>
  [door.trim(), place].filter((part) => part !== '').join(', ').slice(0, LONGEST_LABEL) || (pinned ? 'Pinned on the map' : '');

/** Null where nothing is known yet: that is said, and can be mended later. */
export const locationInput = (draft: PlaceDraft): LocationInput | null => {
  const label = labelOf(draft);
  return label === '' ? null : { label, lat: draft.point?.lat ?? null, lon: draft.point?.lon ?? null, secret: draft.secret };
};

export const placeDraftOf = (location: IncidentView['location']): PlaceDraft => location === null ? NOWHERE : {
  door: location.label, place: '', point: location.lat === null || location.lon === null ? null : { lat: location.lat, lon: location.lon }, pinned: false, secret: location.secret,
};
