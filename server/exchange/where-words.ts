// Which of the typed words say where a place is: a district, or a town or village that it lies near.
import { DISTRICTS } from '../../shared/domain/district.ts';
import { PLACES } from '../../shared/domain/place-names.ts';
import { lettersApart } from '../../shared/domain/spelling.ts';
import type { Queryable } from '../database/connect.ts';
import { mostSlips, placeWords } from './place-word.store.ts';

/** Codes of districts, and the points of towns. `isSpelt`: as typed, not merely alike. */
export interface Where { codes: string[]; lats: number[]; lons: number[]; isSpelt: boolean }
interface Known { words: string[]; code: string | null; lat: number | null; lon: number | null }

/** About 3.3 km each way: callers say the town for its outskirts too. */
const NEAR = { lat: 0.03, lon: 0.05 } as const;

const knownArea = ({ name, code }: { name: string; code: string }): Known => ({ words: placeWords(name), code, lat: null, lon: null });
const KNOWN: readonly Known[] = [...DISTRICTS.map(knownArea), ...PLACES.map(({ name, lat, lon }) => ({ words: placeWords(name), code: null, lat, lon }))];
const OUR_CODES = new Set<string>(DISTRICTS.map(({ code }) => code));

/** A word counts if it is one of a name's words, give or take a letter or two, or, as the last that is typed, the beginning of one; the likeliest names of each. */
export async function whereWords(db: Queryable, typed: readonly string[]): Promise<Map<string, Where>> {
  const areas = await db.query<{ name: string; code: string }[]>('SELECT name, code FROM area');
  const known = [...KNOWN, ...areas.filter(({ code }) => !OUR_CODES.has(code)).map(knownArea)];
  const wheres = new Map<string, Where>();
  for (const word of typed) {
    const likely = likeliest(known, word, word === typed.at(-1));
    if (likely === null) continue;
    const points = likely.names.flatMap(({ lat, lon }) => (lat === null || lon === null ? [] : [{ lat, lon }]));
    wheres.set(word, { codes: likely.names.flatMap(({ code }) => code ?? []), lats: points.map(({ lat }) => lat), lons: points.map(({ lon }) => lon), isSpelt: likely.isSpelt });
  }
  return wheres;
}

const BEGUN = 0.5;

function likeliest(known: readonly Known[], typed: string, isLast: boolean): { names: Known[]; isSpelt: boolean } | null {
  const apart = (word: string): number => (isLast && word !== typed && word.startsWith(typed) ? BEGUN : lettersApart(typed, word));
  const named = known.map((one) => ({ one, apart: Math.min(...one.words.map(apart)) }));
  const least = Math.min(...named.map((name) => name.apart));
  return least > mostSlips(typed) ? null : { names: named.filter((name) => name.apart === least).map(({ one }) => one), isSpelt: least <= BEGUN };
}

/** The condition that a row of `place` is there; what it needs is added to the parameters. */
export function liesThere({ codes, lats, lons }: Where, parameters: unknown[]): string {
  const first = parameters.push(codes, lats, lons) - 2;
  return `(district_code = ANY ($${first}) OR EXISTS (SELECT FROM unnest($${first + 1}::float8[], $${first + 2}::float8[]) AS town (lat, lon)
    WHERE abs(place.lat - town.lat) < ${NEAR.lat} AND abs(place.lon - town.lon) < ${NEAR.lon}))`;
}
