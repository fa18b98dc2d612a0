// The places of a rehearsal: those given, and the built-in ones for a district that was given none.
import { greatCircleKm, type Point } from '../../../shared/domain/distance.ts';
import type { DistrictCode } from '../../../shared/domain/district.ts';
import { NEIGHBOURS, PLACES, type PlaceRank } from '../../../shared/domain/place-names.ts';
import { DISTRICT_SHARES } from '../../../shared/domain/founding-demand.ts';
import type { Seeded } from './seeded.ts';

/** A place as the gazetteer holds it; one outside the county's districts is never drawn. */
export interface RehearsalPlace { readonly name: string; readonly lat: number; readonly lon: number; readonly districtCode: string | null }
export interface Spot extends Point { name: string; district: DistrictCode }

export interface Gazetteer {
  /** The district by its share of the calls, then a place of it, then a door near there. */
  spot(chance: Seeded): Spot;
  /** What is easily mistaken for it: a place of the same name in another district, or another one of the same district. */
  mistakenFor(spot: Spot, chance: Seeded): Spot;
}

type Named = Spot & { weight: number; spreadKm: number };
const WEIGHT_OF_RANK: Record<PlaceRank, number> = { 1: 6, 2: 3, 3: 1 };
/** What is given are streets. The built-in points are centres, so calls are spread around them. */
const SPREAD_KM = { given: 0.05, builtIn: 0.6 } as const;
/** At the county's latitude. */
const KM_PER_DEGREE = { lat: 111.2, lon: 65.7 } as const;

/** The order of the places given does not matter. */
export function gazetteerOf(given: readonly RehearsalPlace[]): Gazetteer {
  const byDistrict = new Map(DISTRICT_SHARES.map(([district]) => [district, placesIn(district, given)]));
  const placesOf = (district: DistrictCode): readonly Named[] => byDistrict.get(district) ?? [];
  const near = (place: Named, chance: Seeded): Spot => {
    // In a square whose corners are that far off.
    const side = place.spreadKm * Math.SQRT1_2;
    const [northKm, eastKm] = [chance.between(-side, side), chance.between(-side, side)];
    return { name: place.name, district: place.district, lat: rounded(place.lat + northKm / KM_PER_DEGREE.lat), lon: rounded(place.lon + eastKm / KM_PER_DEGREE.lon) };
  };
  return {
    spot(chance) {
      const places = placesOf(chance.derive('district').weighted(DISTRICT_SHARES));
      return near(chance.derive('place').weighted(places.map((place) => [place, place.weight] as const)), chance.derive('door'));
    },
    mistakenFor(spot, chance) {
      const namesakes = [...byDistrict.values()].flat().filter(({ name, district }) => name === spot.name && district !== spot.district);
      const others = placesOf(spot.district).filter(({ name }) => name !== spot.name);
      const place = namesakes.length > 0 ? chance.pick(namesakes) : others.length > 0 ? chance.pick(others) : null;
      return place === null ? spot : near(place, chance);
    },
  };
}

function placesIn(district: DistrictCode, given: readonly RehearsalPlace[]): Named[] {
  const here = given.filter(({ districtCode }) => districtCode === district);
  if (here.length > 0) return here.map(({ name, lat, lon }) => ({ name, district, lat, lon, weight: 1, spreadKm: SPREAD_KM.given })).toSorted(byNameAndPoint);
  return BUILT_IN.filter((place) => place.district === district);
}

/** Never half-way to a place of another district, so that the nearest place is always one of the right district. */
const BUILT_IN: readonly Named[] = PLACES.map(({ name, district, lat, lon, rank }) => {
  const othersKm = [...PLACES, ...NEIGHBOURS].filter((other) => other.district !== district).map((other) => greatCircleKm({ lat, lon }, other));
  return { name, district, lat, lon, weight: WEIGHT_OF_RANK[rank], spreadKm: Math.min(SPREAD_KM.builtIn, ...othersKm.map((km) => 0.49 * km)) };
}).toSorted(byNameAndPoint);

/** By code units: the same on every machine, whatever its locale. */
function byNameAndPoint(a: Spot, b: Spot): number {
  return a.name < b.name ? -1 : a.name > b.name ? 1 : a.lat - b.lat || a.lon - b.lon;
}

/** About a metre. */
const rounded = (degrees: number): number => Math.round(degrees * 100_000) / 100_000;
