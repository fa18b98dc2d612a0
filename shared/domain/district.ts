// The twelve districts that the service covers, and which of them a point is in as far as can be told without boundaries.
import { greatCircleKm, type Point } from './distance.ts';
import { NEIGHBOURS, PLACES } from './place-names.ts';

export interface District {
  readonly code: string;
  readonly name: string;
  readonly populationThousands: number;
  /** The main town rather than the middle of the area. */
  readonly centre: Point;
}

/** The county (docs/practice.md, Places): alphabetical, which is the order of the codes too. */
export const DISTRICTS = [
  { code: 'E07000117', name: 'Burnley', populationThousands: 94.7, centre: { lat: 53.789, lon: -2.248 } },
  { code: 'E07000118', name: 'Chorley', populationThousands: 117.8, centre: { lat: 53.653, lon: -2.632 } },
  { code: 'E07000119', name: 'Fylde', populationThousands: 81.4, centre: { lat: 53.751, lon: -3.03 } },
  { code: 'E07000120', name: 'Hyndburn', populationThousands: 82.2, centre: { lat: 53.753, lon: -2.364 } },
  { code: 'E07000121', name: 'Lancaster', populationThousands: 142.9, centre: { lat: 54.047, lon: -2.801 } },
  { code: 'E07000122', name: 'Pendle', populationThousands: 95.8, centre: { lat: 53.835, lon: -2.218 } },
  { code: 'E07000123', name: 'Preston', populationThousands: 147.8, centre: { lat: 53.759, lon: -2.699 } },
  { code: 'E07000124', name: 'Ribble Valley', populationThousands: 61.6, centre: { lat: 53.871, lon: -2.393 } },
  { code: 'E07000125', name: 'Rossendale', populationThousands: 70.9, centre: { lat: 53.701, lon: -2.284 } },
  { code: 'E07000126', name: 'South Ribble', populationThousands: 111.0, centre: { lat: 53.692, lon: -2.697 } },
  { code: 'E07000127', name: 'West Lancashire', populationThousands: 117.4, centre: { lat: 53.568, lon: -2.885 } },
  { code: 'E07000128', name: 'Wyre', populationThousands: 111.9, centre: { lat: 53.847, lon: -2.995 } },
] as const satisfies readonly District[];

export type DistrictCode = (typeof DISTRICTS)[number]['code'];

export interface Bounds {
  readonly south: number;
  readonly west: number;
  readonly north: number;
  readonly east: number;
}

/** All that the twelve districts cover lies within; so do Blackpool, Blackburn with Darwen and some of the neighbours. */
export const COUNTY_BOUNDS: Bounds = { south: 53.48, west: -3.08, north: 54.25, east: -2.03 };

export const isWithin = (bounds: Bounds, { lat, lon }: Point): boolean =>
  lat >= bounds.south && lat <= bounds.north && lon >= bounds.west && lon <= bounds.east;

const NAMED_PLACES = [...PLACES, ...NEIGHBOURS];

/**
 * The district of the named place nearest to the point: a schematic stand-in until boundaries are imported, wrong by up to
 * about 2 km along a border. By places rather than by the twelve centres, because Penwortham is nearer to Preston's centre
 * than to its own. Null outside the county, and where the nearest place is one of NEIGHBOURS (Blackpool, Blackburn):
 * a reason to ask, never by itself a reason to refuse a call.
 */
export function nearestDistrict(point: Point): DistrictCode | null {
  if (!isWithin(COUNTY_BOUNDS, point)) return null;
  let nearest: DistrictCode | null = null;
  let nearestKm = Infinity;
  for (const place of NAMED_PLACES) {
    const km = greatCircleKm(point, place);
    if (km < nearestKm) [nearest, nearestKm] = [place.district, km];
  }
  return nearest;
}

/** The name on screen of a district's code. */
export function districtName(code: DistrictCode): string {
  return DISTRICTS.find((district) => district.code === code)?.name ?? code;
}
