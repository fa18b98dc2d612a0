// Open incidents that the call being taken may be about already: the same name, or the same few doors on the map.
import { greatCircleKm } from '../../../shared/domain/distance.ts';
import type { IncidentView } from '../../../shared/protocol/views.ts';
import type { QueueItem } from '../board/queue-item.ts';
import { pointOf } from '../map/map-marks.ts';
import { isExact } from '../forms/place-draft.ts';
import type { CallDraft } from './call-draft.ts';

/** Closer than this a pin may well be on the same house. */
const NEAR_KM = 0.3;
const SHORTEST_NAME = 3;
const MOST = 3;

const tokens = (name: string): string[] => name.toLowerCase().split(/[^\p{L}]+/u).filter((token) => token.length >= SHORTEST_NAME);

/** Every part of the name that was given is in the other: "Khan" finds Amira Khan, and "Amira Khan" does not find Sana Khan. */
const isNamed = (incident: IncidentView, name: string): boolean => {
  const given = tokens(name);
  return given.length > 0 && incident.people.some((person) => given.every((token) => tokens(person.name).includes(token)));
};

export interface LookAlike {
  item: QueueItem;
  because: 'the same name' | 'the same place';
}

/** A hint for a person to judge; nothing is ever linked or merged by it. */
export function lookAlikes(draft: Pick<CallDraft, 'people' | 'place'>, items: readonly QueueItem[]): LookAlike[] {
  const { point } = draft.place;
  return items.flatMap((item): LookAlike[] => {
    if (draft.people.some(({ name }) => isNamed(item.incident, name))) return [{ item, because: 'the same name' }];
    const other = pointOf(item.incident);
    return isExact(draft.place) && point !== null && other !== null && greatCircleKm(point, other) < NEAR_KM ? [{ item, because: 'the same place' }] : [];
  }).slice(0, MOST);
}
