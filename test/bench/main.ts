// npm run bench: every bench, or those named; prints a table, writes bench.json, and exits with 1 where a bar does not hold.
import { writeFile } from 'node:fs/promises';
import type { Bench } from './bench.ts';
import { BENCHES, chosen } from './benches.ts';
import type { Figure } from './figure.ts';
import { machineLine, machineWith } from './machine.ts';
import { openStage } from './stage.ts';
import { tableOf } from './table.ts';

const FILE = 'bench.json';
const say = (text: string): void => { process.stdout.write(`${text}\n`); };

async function run(benches: readonly Bench[], plans: boolean): Promise<boolean> {
  const stage = await openStage({ plans });
  const machine = machineWith(stage.postgres);
  const figures: Record<string, Figure> = {};
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stage.close().finally(() => process.exit(1)));
  try {
    say(machineLine(machine));
    for (const bench of benches) {
      say(`\n${bench.name}: ${bench.says}`);
      const measured = await bench.measure(stage);
      Object.assign(figures, measured);
      say(tableOf(measured));
      await stage.clear();
    }
  } finally {
    await stage.close();
  }
  await writeFile(FILE, `${JSON.stringify({ machine, at: new Date().toISOString(), benches: figures }, null, 2)}\n`);
  const failed = Object.keys(figures).filter((name) => figures[name]?.holds === false);
  say(failed.length === 0 ? `\nEvery bar holds. ${FILE} is written.` : `\nThe bar does not hold: ${failed.join(', ')}. ${FILE} is written.`);
  return failed.length === 0;
}

const given = process.argv.slice(2);
try {
  const benches = chosen(BENCHES, given.filter((word) => word !== '--plans'));
  const holds = await run(benches, given.includes('--plans')).catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.stack ?? error.message : String(error)}\n`);
    return false;
  });
  process.exit(holds ? 0 : 1);
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exit(1);
}
