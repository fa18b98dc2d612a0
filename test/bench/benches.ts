// The benches, in the order in which they run. A new one is a file of its own and a line here.
import type { Bench } from './bench.ts';
import { commands1, commands10 } from './commands.ts';
import { grading } from './grading.ts';
import { growth } from './growth.ts';
import { live } from './live.ts';
import { lookup } from './lookup.ts';
import { map } from './map.ts';
import { positions } from './positions.ts';
import { queue } from './queue.ts';
import { ranking } from './ranking.ts';
import { replan } from './replan.ts';
import { snapshot } from './snapshot.ts';

export const BENCHES: readonly Bench[] = [commands1, commands10, live, positions, snapshot, map, growth, grading, lookup, queue, ranking, replan];

/** All of them, or those named; a name that is none throws the sentence that says which there are. */
export function chosen(benches: readonly Bench[], names: readonly string[]): readonly Bench[] {
  const unknown = names.filter((name) => !benches.some((bench) => bench.name === name));
  if (unknown.length > 0) throw new Error(`There is no bench called ${unknown.join(' or ')}: there are ${benches.map(({ name }) => name).join(', ')}.`);
  return names.length === 0 ? benches : benches.filter(({ name }) => names.includes(name));
}
