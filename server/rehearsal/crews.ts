// The crews of a played rehearsal: call signs, vehicles and the districts that each is nearest to when nothing calls.
import { DISTRICTS, type DistrictCode } from '../../shared/domain/district.ts';
import type { Point } from '../../shared/domain/distance.ts';

export interface Crew { callSign: string; vehicle: string; districtCodes: readonly DistrictCode[]; base: Point }

/** Where the calls are: the three high-demand areas come first, and come again. */
const PATCHES: readonly (readonly [letter: string, ...DistrictCode[]])[] = [
  ['P', 'E07000123', 'E07000126'], ['B', 'E07000117', 'E07000122'], ['L', 'E07000121', 'E07000128'], ['C', 'E07000118', 'E07000127'],
  ['H', 'E07000120', 'E07000125', 'E07000124'], ['P', 'E07000123', 'E07000126'], ['W', 'E07000119', 'E07000128'], ['B', 'E07000117', 'E07000125'],
];
const VEHICLES = ['Grey estate', 'Blue hatchback', 'White van', 'Silver estate', 'Green hatchback', 'Red hatchback', 'Black estate', 'Own car'] as const;
const COUNTY_MIDDLE: Point = { lat: 53.79, lon: -2.6 };

export const centreOf = (code: string | null | undefined): Point => DISTRICTS.find((district) => district.code === code)?.centre ?? COUNTY_MIDDLE;

/** As many as asked for, each with a call sign of its own: P1, B1, L1, … P2 … */
export function crewsOf(count: number): Crew[] {
  const used = new Map<string, number>();
  return Array.from({ length: count }, (_, index): Crew => {
    const [letter, ...districtCodes] = PATCHES[index % PATCHES.length] ?? ['X'];
    const number = (used.get(letter) ?? 0) + 1;
    used.set(letter, number);
    return { callSign: `${letter}${number}`, vehicle: VEHICLES[index % VEHICLES.length] ?? 'Own car', districtCodes, base: centreOf(districtCodes[(number - 1) % districtCodes.length]) };
  });
}
