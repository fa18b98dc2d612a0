// Where a call is about: as it was typed, and where they really are.
import type { Point } from '../../../shared/domain/distance.ts';
import type { Gazetteer, Spot } from './gazetteer.ts';
import type { Reason } from './reasons.ts';
import type { TypedLocation } from './rehearsal-call.ts';
import type { Scenario, Setting } from './scenario.ts';
import type { Seeded } from './seeded.ts';

export interface Where {
  location: TypedLocation | null;
  standsAt: Point;
  /** What a second telling says, when the first was wrong or vague. */
  truly: TypedLocation;
}

/** Ours: how often the address is another's, is not known more nearly, is not said, or must stay secret. */
const WRONG = 0.04;
const VAGUE: Partial<Record<Setting, number>> = { outside: 0.2, home: 0.01 };
const UNSAID_ADVICE = 0.12;
const SECRET_DOMESTIC_ABUSE = 0.12;

export function whereOf(reason: Reason, { setting = 'home', urgency }: Scenario, gazetteer: Gazetteer, chance: Seeded): Where {
  const spot = gazetteer.spot(chance);
  const secret = setting === 'refuge' || (reason === 'domestic-abuse' && urgency !== 'advice' && chance.chance(SECRET_DOMESTIC_ABUSE));
  const truly = typed(spot, setting, secret, chance.derive('label'));
  const standsAt = { lat: spot.lat, lon: spot.lon };
  const how = chance.derive('telling');
  if (urgency === 'advice') return { location: how.chance(UNSAID_ADVICE) ? null : truly, standsAt, truly };
  if (how.chance(VAGUE[setting] ?? 0)) return { location: { label: how.pick(SOMEWHERE)(spot.name), lat: null, lon: null, secret, approximate: true, understoodAs: 'words' }, standsAt, truly };
  if (how.chance(WRONG)) return { location: typed(gazetteer.mistakenFor(spot, how), setting, secret, chance.derive('label')), standsAt, truly };
  return { location: truly, standsAt, truly };
}

const KINDS_OF_DOOR: Record<Setting, readonly string[]> = {
  home: ['', '', '', 'flat over the shops', 'end of terrace', 'first-floor flat', 'caravan', 'bungalow', 'house with the blue door', 'back of the chapel'],
  outside: ['bus station', 'park gates', 'canal towpath', 'car park', 'by the war memorial', 'footbridge'],
  'childrens-home': ['children’s home'], hospital: ['hospital', 'hospital, assessment ward'], hostel: ['youth hostel', 'hostel'], refuge: ['refuge'],
};
const SOMEWHERE: readonly ((place: string) => string)[] = [
  (place) => `Somewhere on the road out of ${place}`, (place) => `Somewhere near ${place}; the line was bad`, (place) => `On the path along the river, ${place} side`, (place) => `On a bus that left ${place}`,
];
const LONGEST_LABEL = 200;

function typed({ name, lat, lon }: Spot, setting: Setting, secret: boolean, chance: Seeded): TypedLocation {
  const kind = chance.pick(KINDS_OF_DOOR[setting]);
  const label = kind === '' ? name : `${kind.charAt(0).toUpperCase()}${kind.slice(1)}, ${name}`;
  return { label: label.length > LONGEST_LABEL ? name : label, lat, lon, secret, approximate: false, understoodAs: 'place' };
}
