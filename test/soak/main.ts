// npm run soak -- --minutes N: peak load on one compiled server; memory, connections, tables and indexes must stay flat. Writes soak.json and soak.html.
import { writeFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { callerOf } from '../bench/http.ts';
import { machineLine, machineWith } from '../bench/machine.ts';
import { seated, seats } from '../bench/people.ts';
import { openStage, type Ground, type Running, type Stage } from '../bench/stage.ts';
import { startLoad } from './load.ts';
import { plot } from './plot.ts';
import { takeSample, type Sample } from './sample.ts';
import { verdict, type Finding } from './verdict.ts';

const SAMPLES = 90;
const SHORTEST_BETWEEN_MS = 2_000;
const [CONSOLES, PAIRS, COMMANDS_A_SECOND] = [40, 14, 20];
const say = (text: string): void => { process.stdout.write(`${text}\n`); };

function minutesAsked(): number {
  const { values } = parseArgs({ options: { minutes: { type: 'string', default: '30' } } });
  const minutes = Number(values.minutes);
  if (!(minutes >= 1 && minutes <= 24 * 60)) throw new Error('--minutes takes a number from 1 to 1440.');
  return minutes;
}

async function soak(stage: Stage, minutes: number): Promise<{ samples: Sample[]; findings: Finding[] }> {
  const ground: Ground = await stage.ground();
  const server: Running = await ground.serve();
  const caller = callerOf(server.url, PAIRS * 2 + 4);
  const control = await seated(ground, caller, 'Asha Whitethorn', 'coordinator', 'control');
  const load = await startLoad({ ground, server, caller, control, consoles: await seats(ground, CONSOLES, 'coordinator'), pairs: PAIRS, commandsASecond: COMMANDS_A_SECOND });
  const [samples, started]: [Sample[], number] = [[], Date.now()];
  const between = Math.max(SHORTEST_BETWEEN_MS, (minutes * 60_000) / SAMPLES);
  try {
    while (Date.now() - started < minutes * 60_000) {
      await Promise.race([sleep(between), load.failed]);
      const sample = await takeSample(ground, server, caller, { minute: (Date.now() - started) / 60_000, commands: load.commands() });
      samples.push(sample);
      say(`${sample.minute.toFixed(1).padStart(6)} min  ${String(sample.commands).padStart(7)} commands  ${sample.residentMb.toFixed(0)} MB  heap ${sample.heapMb.toFixed(0)} MB  ${sample.sockets} sockets  ${sample.connections} connections`);
    }
  } finally {
    await load.stop();
    caller.close();
  }
  return { samples, findings: verdict(samples) };
}

try {
  const minutes = minutesAsked();
  const stage = await openStage({ plans: false });
  try {
    const machine = machineWith(stage.postgres);
    say(`${machineLine(machine)}\n${COMMANDS_A_SECOND} commands a second, ${CONSOLES} consoles, ${PAIRS * 2} responders reporting each second, for ${minutes} minutes`);
    const { samples, findings } = await soak(stage, minutes);
    for (const { what, before, after, unit, flat } of findings) say(`${flat ? 'flat ' : 'GROWS'}  ${what}: ${before.toFixed(1)} → ${after.toFixed(1)} ${unit}`);
    await writeFile('soak.json', `${JSON.stringify({ machine, minutes, findings, samples }, null, 1)}\n`);
    await writeFile('soak.html', plot(samples, findings, `Nightjar, ${minutes} minutes of peak load`));
    say('soak.json and soak.html are written.');
    if (findings.some(({ flat }) => !flat)) process.exitCode = 1;
  } finally {
    await stage.close();
  }
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
