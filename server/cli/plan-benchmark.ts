// nightjar plan benchmark: the product's own planner on the published joint-visit instances, its cost beside the best known, each solution judged by the benchmark's rules.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { InvalidArgumentError, type Command } from 'commander';
import { z } from 'zod';
import { askedOf, Instance } from '../planning/benchmark/instance.ts';
import { judge, solutionOf } from '../planning/benchmark/solution.ts';
import { findPlan, forMilliseconds } from '../planning/engine/search.ts';
import { seeded } from '../rehearsal/calls/seeded.ts';
import { say } from './with-database.ts';

interface Asked { seconds: number; seed: number; best?: string; out?: string }

export function addPlanBenchmarkCommand(plan: Command): void {
  plan.command('benchmark <file...>').description('how good the planner is: instances of the published joint-visit benchmark, as JSON')
    .option('--seconds <n>', 'of searching for each file', number(0.1, 3600), 10)
    .option('--seed <n>', 'another seed searches in another order', number(1, 1_000_000), 1)
    .option('--best <file>', 'the best costs known, as JSON: {"name of the file, or the end of it": cost}')
    .option('--out <folder>', 'where to write the solutions, in the benchmark’s own form')
    .action(benchmark);
}

async function benchmark(files: string[], { seconds, seed, best, out }: Asked): Promise<void> {
  const known = best === undefined ? {} : z.record(z.string(), z.number()).parse(JSON.parse(await readFile(best, 'utf8')));
  say(`${'instance'.padEnd(32)}  ${'cost'.padStart(9)}  ${'best known'.padStart(10)}  ${'gap'.padStart(7)}  distance  tardiness  worst`);
  for (const file of files) {
    const instance = await instanceIn(file);
    const plan = findPlan(askedOf(instance), seeded(seed), forMilliseconds(seconds * 1_000, () => performance.now()));
    const solution = solutionOf(instance, plan);
    const { cost, distance, tardiness, worst, faults } = judge(instance, solution);
    const name = basename(file, '.json');
    const least = bestOf(name, known);
    say([name.padEnd(32), cost.toFixed(3).padStart(9), (least === null ? '–' : least.toFixed(3)).padStart(10), (least === null ? '–' : `${((cost / least - 1) * 100).toFixed(2)}%`).padStart(7),
      distance.toFixed(1).padStart(8), tardiness.toFixed(1).padStart(9), worst.toFixed(1).padStart(5)].join('  '));
    if (faults.length > 0) throw new Error(`${name} is not solved: ${faults.slice(0, 5).join('; ')}.`);
    if (out === undefined) continue;
    await mkdir(out, { recursive: true });
    await writeFile(join(out, `${name}.json`), `${JSON.stringify(solution, null, 1)}\n`);
  }
}

async function instanceIn(file: string): Promise<Instance> {
  const read = Instance.safeParse(JSON.parse(await readFile(file, 'utf8')));
  if (read.success) return read.data;
  throw new Error(`${file} is no instance of the benchmark: ${z.prettifyError(read.error)}`);
}

/** By its whole name, or by how it ends: `10_1` is InstanzCPLEX_HCSRP_10_1. */
const bestOf = (name: string, known: Record<string, number>): number | null =>
  known[name] ?? Object.entries(known).find(([key]) => name.endsWith(`_${key}`))?.[1] ?? null;

const number = (least: number, most: number) => (given: string): number => {
  const value = Number(given);
  if (given.trim() !== '' && value >= least && value <= most) return value;
  throw new InvalidArgumentError(`It is a number from ${least} to ${most}.`);
};
