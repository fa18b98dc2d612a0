// `npm run chaos -- --seed N --runs N`: storms N, N+1 …, each judged by every rule. A finding is a sentence, a history on the disk, and exit 1.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { messageOf } from '../../server/database/what-went-wrong.ts';
import { check } from './check.ts';
import type { Finding, History } from './history.ts';
import { openLane } from './lane.ts';
import { runSeed } from './run.ts';
import { emptyTally, summaryOf } from './tally.ts';

const FOLDER = join(import.meta.dirname, '../../test-results/chaos');
const { values } = parseArgs({ options: { seed: { type: 'string', default: '1' }, runs: { type: 'string', default: '10' }, lanes: { type: 'string', default: '2' } } });
const [first, runs, lanes] = [numberOf('seed', values.seed), numberOf('runs', values.runs), numberOf('lanes', values.lanes)];

const say = (text: string): void => { process.stdout.write(`${text}\n`); };
const tally = emptyTally();
const begunAt = Date.now();
let next = first;

// An end by signal runs no exit hooks of its own, and those end the servers and Postgres.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

/** Two storms at a time keep two processors busy: each waits for its own clocks most of the time. */
await Promise.all(Array.from({ length: Math.min(lanes, runs) }, async () => {
  const lane = await openLane();
  try {
    while (next < first + runs) {
      const seed = next;
      next += 1;
      const at = Date.now();
      const history = await runSeed(lane, seed).catch((error: unknown) => messageOf(error));
      if (typeof history === 'string') {
        tally.failed.push(seed);
        say(`seed ${seed}: the storm itself failed: ${history}`);
        continue;
      }
      const findings = check(history);
      tally.add(history, findings, Date.now() - at);
      say(`seed ${seed}: ${history.commands.length} commands, ${history.faults.length} faults, ${((Date.now() - at) / 1_000).toFixed(1)} s${findings.length === 0 ? '' : `, ${findings.length} findings`}`);
      if (findings.length > 0) await report(history, findings);
    }
  } finally {
    await lane.close();
  }
}));
say(summaryOf(tally, Date.now() - begunAt));
process.exit(tally.failed.length === 0 ? 0 : 1);

async function report(history: History, findings: readonly Finding[]): Promise<void> {
  const file = join(FOLDER, `seed-${history.seed}.json`);
  await mkdir(FOLDER, { recursive: true });
  await writeFile(file, JSON.stringify({ findings, ...history }, null, 1));
  for (const { rule, sentence } of findings.slice(0, 10)) say(`  ${rule}: ${sentence}`);
  say(`  the history is in test-results/chaos/seed-${history.seed}.json; the same faults again: npm run chaos -- --seed ${history.seed} --runs 1`);
}

function numberOf(name: string, text: string): number {
  if (!/^[1-9]\d*$/.test(text)) throw new Error(`--${name} is a whole number from 1 on, not "${text}".`);
  return Number(text);
}
