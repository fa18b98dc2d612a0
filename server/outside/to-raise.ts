// What a system said of a call, as the call that is raised here.
import { readWhere } from '../../shared/domain/where-text.ts';
import type { Door } from '../../shared/domain/incident-words.ts';
import { earliest, plusMinutes, type Instant } from '../../shared/domain/instant.ts';
import type { OutsideCall, OutsideLocation } from '../../shared/protocol/outside-call.ts';
import type { TakenCall } from '../incidents/raise-call.ts';

/** Two machines’ clocks: a report from within so long after now is one of now, and nobody’s call is refused for it. */
const CLOCKS_APART_MINUTES = 2;

export const callToRaise = ({ reference, caller, reportedAt, location, ...call }: OutsideCall, door: Door, now: Instant): TakenCall => ({
  ...call, door, reportedAt: reportedAt <= plusMinutes(now, CLOCKS_APART_MINUTES) ? earliest([reportedAt, now]) ?? now : reportedAt,
  caller: { ...caller, reference }, location: location === null ? null : placed(location),
});

const LONGEST_LABEL = 200;

/** The words come first, then the postcode. Of several points, that which says most exactly where: coordinates, then a grid reference. */
function placed({ words, postcode, gridReference, lat, lon, secret }: OutsideLocation): NonNullable<TakenCall['location']> {
  const grid = gridReference === null ? null : readWhere(gridReference);
  const understood = lat !== null && lon !== null ? { lat, lon, understoodAs: 'coordinates' as const } : grid !== null && 'point' in grid ? { ...grid.point, understoodAs: grid.as } : { lat: null, lon: null, understoodAs: null };
  const said = [words, postcode !== null && !words?.toUpperCase().includes(postcode.toUpperCase()) ? postcode : null].filter((part) => part !== null);
  const label = said.length > 0 ? said.join(', ') : gridReference ?? `${lat}, ${lon}`;
  return { label: label.slice(0, LONGEST_LABEL), approximate: false, secret, ...understood };
}
