// A command by its full path (HTTP, session, schema, transaction with log and chain, commit) against a bare client that runs the same statements.
import pg from 'pg';
import { ROUNDS, type Bench } from './bench.ts';
import { call } from './call.ts';
import { compared, type Round } from './figure.ts';
import { callerOf, type Caller } from './http.ts';
import { recordTo, type Recorder } from './recorder.ts';
import { seated } from './people.ts';
import { recordingOf, replay, type Recording } from './replay.ts';
import type { Ground, Seat, Stage } from './stage.ts';

const ROUND_MS = 3_000;
const TRIES = 20;
const BAR = { atLeast: 0.5 };

/** A correction (an incident changed, its reason kept) and a note (something said, nothing changed), in turn. */
type Verb = (caller: Caller, by: Seat, incident: Incident) => Promise<unknown>;
interface Incident { id: string; version: number }
const VERBS: readonly Verb[] = [
  async (caller, by, incident) => {
    const flags = incident.version % 2 === 0 ? ['vulnerable-child'] : ['vulnerable-adult'];
    await caller.post(by.cookie, `/incidents/${incident.id}/correct`, { expectedVersion: incident.version, flags, reason: 'The caller said so at first' });
    incident.version += 1;
  },
  (caller, by, incident) => caller.post(by.cookie, `/incidents/${incident.id}/notes`, { body: 'Mother rang again and was told who is coming', internal: false }),
];

async function raise(caller: Caller, by: Seat, count: number): Promise<Incident[]> {
  const incidents: Incident[] = [];
  for (let made = 0; made < count; made += 1) incidents.push({ id: (await caller.post(by.cookie, '/incidents', call())).ids.incidentId ?? '', version: 1 });
  return incidents;
}

/** A server of its own behind the recorder; each verb until it asked the same twice. */
async function recordVerbs(ground: Ground, by: Seat): Promise<{ recordings: Recording[]; recordedOn: string }> {
  const recorder: Recorder = await recordTo(ground.databaseUrl);
  const server = await ground.serve({ databaseUrl: recorder.url });
  const caller = callerOf(server.url);
  const [incident] = await raise(caller, by, 1);
  if (incident === undefined) throw new Error('no incident was raised');
  const recordings: Recording[] = [];
  for (const verb of VERBS) {
    recordings.push(await recordTwice(recorder, () => verb(caller, by, incident)));
  }
  caller.close();
  await server.stop();
  await recorder.close();
  return { recordings, recordedOn: incident.id };
}

/** Until two in a row asked the same: the first sets up what later ones find, and now and then something of the server's own falls between. */
async function recordTwice(recorder: Recorder, command: () => Promise<unknown>): Promise<Recording> {
  let before: Recorder['statements'] = [];
  for (let tries = 0; tries < TRIES; tries += 1) {
    recorder.statements.length = 0;
    await command();
    const now = [...recorder.statements];
    const recording = recordingOf(now, before);
    if (recording !== null) return recording;
    before = now;
  }
  throw new Error('one command never asked the database the same twice');
}

/** Commands a second that `workers` carry out together, each after its last. */
async function perSecond(workers: readonly ((turn: number) => Promise<unknown>)[]): Promise<number> {
  const started = performance.now();
  const done = await Promise.all(workers.map(async (work) => {
    let count = 0;
    while (performance.now() - started < ROUND_MS) { await work(count); count += 1; }
    return count;
  }));
  return done.reduce((sum, count) => sum + count, 0) / ((performance.now() - started) / 1000);
}

async function measure(stage: Stage, concurrency: number, name: string) {
  const ground = await stage.ground();
  const server = await ground.serve();
  const caller = callerOf(server.url, concurrency);
  const coordinator = await seated(ground, caller, 'Asha Whitethorn', 'coordinator', 'control');
  const { recordings, recordedOn } = await recordVerbs(ground, coordinator);
  const incidents = await raise(caller, coordinator, concurrency);
  const clients = await Promise.all(incidents.map(async () => {
    const client = new pg.Client({ connectionString: ground.databaseUrl, options: '-c timezone=UTC' });
    await client.connect();
    return client;
  }));
  const ours = incidents.map((incident) => (turn: number) => VERBS[turn % VERBS.length]?.(caller, coordinator, incident) ?? Promise.resolve());
  const bare = incidents.map((incident, index) => async (turn: number) => {
    const [client, recording] = [clients[index], recordings[turn % recordings.length]];
    if (client !== undefined && recording !== undefined) await replay(client, recording, new Map([[recordedOn, incident.id]]));
  });
  const rounds: Round[] = [];
  await perSecond(ours);
  for (let round = 0; round < ROUNDS; round += 1) {
    const measured = { ours: await perSecond(ours), baseline: 0 };
    measured.baseline = await perSecond(bare);
    // The replay wrote versions of its own: each goes on from what stands.
    for (const incident of incidents) incident.version = await versionOf(ground, incident.id);
    rounds.push(measured);
  }
  for (const client of clients) await client.end();
  caller.close();
  return { [name]: compared(rounds, 'commands/s', BAR) };
}

const versionOf = async (ground: Ground, id: string): Promise<number> => (await ground.sql<{ version: number }>('SELECT version FROM incident WHERE id = $1', [id]))[0]?.version ?? 0;

const says = (concurrency: number): string => `commands a second by the full path, ${concurrency} at a time, against a bare client's same statements (nothing prepared, each answer awaited)`;
export const commands1: Bench = { name: 'commands-1', says: says(1), measure: (stage) => measure(stage, 1, 'commands-1') };
export const commands10: Bench = { name: 'commands-10', says: says(10), measure: (stage) => measure(stage, 10, 'commands-10') };
