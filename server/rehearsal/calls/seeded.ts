// Chance that repeats: the same seed draws the same, and a derived stream is untouched by how often its parent was drawn from.

export interface Seeded {
  /** At least 0, below 1. */
  next(): number;
  chance(probability: number): boolean;
  /** Anything from `low` up to `high`, evenly. */
  between(low: number, high: number): number;
  /** A whole number from `low` to `high`, both among them. */
  whole(low: number, high: number): number;
  pick<T>(list: readonly T[]): T;
  /** Each as often as its weight says; the weights need not sum to anything. */
  weighted<T>(list: readonly (readonly [T, number])[]): T;
  normal(mean: number, deviation: number): number;
  exponential(mean: number): number;
  /** How many of what comes singly and by chance, where so many are expected. */
  poisson(expected: number): number;
  /** A stream of its own by this name. Ask for one for each thing decided: then one draw more here shifts nothing there. */
  derive(label: string | number): Seeded;
}

export const seeded = (seed: number | string): Seeded => streamOf(String(seed));

function streamOf(path: string): Seeded {
  const next = sfc32(stateOf(path));
  const between = (low: number, high: number): number => low + next() * (high - low);
  const whole = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  return {
    next, between, whole,
    chance: (probability) => next() < probability,
    pick: (list) => some(list, Math.floor(next() * list.length)),
    weighted(list) {
      let left = next() * list.reduce((sum, [, weight]) => sum + weight, 0);
      return some(list, Math.max(0, list.findIndex(([, weight]) => (left -= weight) < 0)))[0];
    },
    // Box and Muller; 1 - next() is never 0.
    normal: (mean, deviation) => mean + deviation * Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
    exponential: (mean) => -mean * Math.log(1 - next()),
    poisson(expected) {
      // Knuth's: one draw for each that comes, which suits the dozen or so of an hour and would not suit thousands.
      const floor = Math.exp(-expected);
      let count = 0;
      for (let product = next(); product > floor; product *= next()) count += 1;
      return count;
    },
    derive: (label) => streamOf(`${path}/${label}`),
  };
}

function some<T>(list: readonly T[], index: number): T {
  const found = list[index];
  if (found === undefined) throw new Error('cannot draw from an empty list');
  return found;
}

const { imul } = Math;
type State = [number, number, number, number];

/** 128 bits from text (cyrb128): labels that differ in one character end far apart. */
function stateOf(text: string): State {
  let [a, b, c, d] = [1_779_033_703, 3_144_134_277, 1_013_904_242, 2_773_480_762];
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    a = b ^ imul(a ^ code, 597_399_067);
    b = c ^ imul(b ^ code, 2_869_860_233);
    c = d ^ imul(c ^ code, 951_274_213);
    d = a ^ imul(d ^ code, 2_716_044_179);
  }
  a = imul(c ^ (a >>> 18), 597_399_067);
  b = imul(d ^ (b >>> 22), 2_869_860_233);
  c = imul(a ^ (c >>> 17), 951_274_213);
  d = imul(b ^ (d >>> 19), 2_716_044_179);
  a ^= b ^ c ^ d;
  return [a, b ^ a, c ^ a, d ^ a];
}

/** Small Fast Counter, 32 bits a draw: its state is wide enough that no two of a year's streams run together. */
function sfc32([a, b, c, d]: State): () => number {
  const draw = (): number => {
    const sum = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 4_294_967_296;
  };
  for (let warm = 0; warm < 12; warm += 1) draw();
  return draw;
}
