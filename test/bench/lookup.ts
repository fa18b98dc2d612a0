// What is looked up while a caller speaks, with a county's past behind it: names and places as they are typed, end to end; numbers and doors against a hundredth of the past.
import { addressKey } from '../../shared/domain/address-key.ts';
import { ROUNDS, type Bench } from './bench.ts';
import { openCounty, type County } from './county.ts';
import { compared, limited, median, quantile, type Comparison, type Round } from './figure.ts';
import { fillPlaces, type Street } from './gazetteer.ts';

const [FEW, MANY, PLACES] = [10_000, 1_000_000, 50_000];
const TYPED = 40;
const LOOKED_UP = 40;
const P95_BAR = { atMost: 50 };
const FOUND_BAR = { atLeast: 95 };
const RATIO_BAR = { atMost: 1.3 };

interface Answer<T> { answer: T; took: number }

async function ask<T>({ caller, coordinator }: County, path: string, body: object): Promise<Answer<T>> {
  const started = performance.now();
  const { status, text } = await caller.send(coordinator.cookie, path, body);
  const took = performance.now() - started;
  if (status !== 200) throw new Error(`${path}: ${status} ${text}`);
  return { answer: JSON.parse(text), took };
}

/** Two letters of its longest word the other way round. */
const slipped = (text: string): string => {
  const longest = text.split(' ').toSorted((a, b) => b.length - a.length)[0] ?? '';
  return text.replace(longest, `${longest.slice(0, 2)}${longest[3] ?? ''}${longest[2] ?? ''}${longest.slice(4)}`);
};
/** What has been typed at each pause: half of it, nearly all, all, and all with a slip. */
const pauses = (text: string): string[] => [text.slice(0, Math.ceil(text.length / 2)), text.slice(0, -2), text, slipped(text)].map((typed) => typed.trim());

interface Meant { name: string; said: string }

/** The p95 of each round, and how many of a hundred slips still found what was meant. */
async function typing<T extends { name: string }>(county: County, path: string, meant: readonly Meant[], bodyOf: (typed: string) => object) {
  const p95s: number[] = [];
  let [found, slips] = [0, 0];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const took: number[] = [];
    for (const { name, said } of meant) {
      for (const typed of pauses(said)) {
        const asked = await ask<T[]>(county, path, bodyOf(typed));
        took.push(asked.took);
        if (typed !== slipped(said)) continue;
        slips += 1;
        if (asked.answer.some((one) => one.name.startsWith(name))) found += 1;
      }
    }
    // The first round warms the caches, and the compiler.
    if (round > 0) p95s.push(quantile(took, 0.95));
  }
  return { p95: limited(p95s, 'ms', P95_BAR), found: limited([(100 * found) / slips], '%', FOUND_BAR) };
}

/** Of all who are named, by lot; and those whose name is borne most often. */
async function namesOf({ ground }: County): Promise<Meant[]> {
  const drawn = await ground.sql<{ name: string }>(`SELECT name FROM (SELECT DISTINCT name FROM subject TABLESAMPLE SYSTEM (1) WHERE name IS NOT NULL) s ORDER BY md5(name) LIMIT ${TYPED}`);
  const common = await ground.sql<{ name: string }>(`SELECT name FROM subject WHERE name IS NOT NULL GROUP BY name ORDER BY count(*) DESC LIMIT ${TYPED / 4}`);
  return [...drawn, ...common].map(({ name }) => ({ name, said: name }));
}

/** Some by lot; every other one with its town, as a caller says it. */
const streetsOf = (streets: readonly Street[]): Meant[] => streets.filter((_, n) => n % (PLACES / TYPED) === 0).map(({ name, near }, n) => ({ name, said: n % 2 === 0 ? name : `${name} ${near}` }));

/** Half of them by lot, half those that are in it most often. */
const halves = (column: string, table: string): string => `(SELECT ${column} AS said FROM ${table} WHERE ${column} IS NOT NULL ORDER BY md5(id::text) LIMIT ${LOOKED_UP / 2})
  UNION ALL (SELECT ${column} FROM ${table} WHERE ${column} IS NOT NULL GROUP BY ${column} ORDER BY count(*) DESC LIMIT ${LOOKED_UP / 2})`;

const NOTHING = { number: null, address: null, people: [], words: null };

async function sideBySide(sides: readonly [County, County], queries: (county: County) => Promise<object[]>): Promise<Comparison> {
  const [ours, baseline] = [await queries(sides[0]), await queries(sides[1])];
  const rounds: Round[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const took: Record<'ours' | 'baseline', number[]> = { ours: [], baseline: [] };
    for (const [index, query] of ours.entries()) {
      took.ours.push((await ask(sides[0], '/call-lookups', { callId: crypto.randomUUID(), ...NOTHING, ...query })).took);
      took.baseline.push((await ask(sides[1], '/call-lookups', { callId: crypto.randomUUID(), ...NOTHING, ...baseline[index] })).took);
    }
    if (round > 0) rounds.push({ ours: median(took.ours), baseline: median(took.baseline) });
  }
  return compared(rounds, 'ms', RATIO_BAR);
}

const byNumber = async ({ ground }: County): Promise<object[]> => (await ground.sql<{ said: string }>(halves('phone', 'call'))).map(({ said }) => ({ number: said }));

async function byDoor({ ground }: County): Promise<object[]> {
  const doors = await ground.sql<{ said: string }>(halves('label', 'location'));
  const [odd] = await ground.sql<{ label: string }>('SELECT label FROM location WHERE label = ANY($1) AND address_key IS DISTINCT FROM ($2::text[])[array_position($1::text[], label)] LIMIT 1', [doors.map(({ said }) => said), doors.map(({ said }) => addressKey(said))]);
  if (odd !== undefined) throw new Error(`the past has another key for ${odd.label} than the product`);
  return doors.map(({ said }) => ({ address: { label: said, lat: null, lon: null } }));
}

export const lookup: Bench = {
  name: 'lookup',
  says: `as-you-type look-ups over HTTP with ${MANY.toLocaleString('en-GB')} past incidents, 300,000 named people and ${PLACES.toLocaleString('en-GB')} places: names and places at p95; numbers and doors against ${FEW.toLocaleString('en-GB')} past incidents`,
  async measure(stage) {
    const many = await openCounty(stage, MANY);
    const streets = await fillPlaces(many.ground, PLACES);
    const few = await openCounty(stage, FEW);
    const names = await typing(many, '/people/alike', await namesOf(many), (name) => ({ name, aliases: [], bornOn: null, approximateAge: null, address: null, notOf: null }));
    const places = await typing(many, '/places/search', streetsOf(streets), (q) => ({ q }));
    return {
      lookup: names.p95, 'lookup-names-found': names.found, 'lookup-places': places.p95, 'lookup-places-found': places.found,
      'lookup-numbers': await sideBySide([many, few], byNumber), 'lookup-doors': await sideBySide([many, few], byDoor),
    };
  },
};
