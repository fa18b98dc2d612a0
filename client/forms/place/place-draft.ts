// A place as a form holds it: one line as typed, how it was understood, and a point where there is one.
import { z } from 'zod';
import { readWhere, UNDERSTOOD_AS } from '../../../shared/domain/where-text.ts';
import type { CallOf } from '../../../shared/protocol/route.ts';
import type { raiseIncident } from '../../../shared/protocol/incidents.ts';
import type { IncidentView } from '../../../shared/protocol/views.ts';

export const PlaceDraft = z.object({
  text: z.string(),
  /** The name of what the point came from: the chosen place, the postcode's area, what a pin stands near. */
  place: z.string(), point: z.object({ lat: z.number(), lon: z.number() }).nullable(), as: z.enum(UNDERSTOOD_AS).nullable(), approximate: z.boolean(), secret: z.boolean(),
});
export type PlaceDraft = z.infer<typeof PlaceDraft>;
export const NOWHERE: PlaceDraft = { text: '', place: '', point: null, as: null, approximate: false, secret: false };

type LocationInput = NonNullable<CallOf<typeof raiseIncident>['location']>;
export const LONGEST_LABEL = 200;
/** A square of a kilometre is no address. */
const APPROXIMATE_FROM_M = 500;

/** What was typed, understood anew. A pin stays; a chosen place stays while its name is still there. */
export function typedPlace(draft: PlaceDraft, text: string): Partial<PlaceDraft> {
  const read = readWhere(text);
  if ('point' in read) return { text, point: read.point, place: '', as: read.as, approximate: read.precisionM >= APPROXIMATE_FROM_M };
  if (draft.as === 'pin' && draft.point !== null) return { text };
  const [name = ''] = draft.place.split(',');
  if (draft.point !== null && name !== '' && text.toLowerCase().includes(name.toLowerCase())) return { text };
  return { text, point: null, place: '', as: text.trim() === '' ? null : read.as, ...(read.as === 'words' && read.approximate ? { approximate: true } : {}) };
}

/** As near as a door: two calls so close may be about one house. */
export const isExact = ({ point, as, approximate }: PlaceDraft): boolean => point !== null && !approximate && (as === 'pin' || as === 'coordinates' || as === 'grid-reference');

const labelOf = ({ text, as, place }: PlaceDraft): string => text.trim().slice(0, LONGEST_LABEL) || (as === 'pin' ? `Pinned on the map${place === '' ? '' : `, near ${place}`}` : '');

/** Null where nothing is known yet: that is said, and can be mended later. */
export const locationInput = (draft: PlaceDraft): LocationInput | null => {
  const label = labelOf(draft);
  return label === '' ? null : { label, lat: draft.point?.lat ?? null, lon: draft.point?.lon ?? null, secret: draft.secret, approximate: draft.approximate, understoodAs: draft.as ?? 'words' };
};

/** The point of a street stays while the street is still named. */
const streetOf = (label: string): string => {
  const read = readWhere(label);
  return read.as === 'words' ? read.search : '';
};

export const placeDraftOf = (location: IncidentView['location']): PlaceDraft => location === null ? NOWHERE : {
  text: location.label, place: streetOf(location.label), point: location.lat === null || location.lon === null ? null : { lat: location.lat, lon: location.lon }, as: location.understoodAs, approximate: location.approximate, secret: location.secret,
};
