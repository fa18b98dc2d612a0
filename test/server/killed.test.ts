// Killed without warning in the middle of a storm, the compiled server loses nothing that it had answered, does nothing twice, and every console comes back to the truth.
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { NO_ANSWERS } from '../../shared/domain/policy.ts';
import { addNote, raiseIncident } from '../../shared/protocol/incidents.ts';
import { ask, castOf, deploy, type Clerk, type Deployment, type Running } from '../support/compiled.ts';
import type { Answer } from '../support/server.ts';
import { nextDeed, seeded, type Cast, type Deed } from '../support/storm.ts';
import { expectLogToTellTheState } from '../support/verdict.ts';
import { asksForWork, byId, readSnapshot, until, watch, type Watching } from '../support/watching.ts';

const KILLS = 4;
const CLIENTS = 5;
const ANSWERS_BETWEEN = 70;
const AGAIN_MS = 20;

interface Sent { deed: Deed<Clerk>; commandId: string; tries: number; answer: Answer | null }

let deployment: Deployment;
let servers: Running[] = [];
let cast: Cast<Clerk>;

beforeAll(async () => {
  deployment = await deploy();
  servers = [await deployment.start()];
  cast = await castOf(deployment, servers[0]?.url ?? '');
}, 180_000);
afterAll(() => deployment.drop(), 60_000);

const urlOf = (index = 0): string => servers[index % servers.length]?.url ?? '';
const send = async (one: Sent, url: string): Promise<void> => {
  one.tries += 1;
  const answer = await ask(url, one.deed.by, one.deed.route, { ...one.deed.input, commandId: one.commandId }).catch(() => null);
  // "Busy" says of itself that nothing was done and that it may be tried again.
  one.answer = answer === null || answer.status === 503 ? null : answer;
};

/** Each client does one thing after another, as a tablet's outbox does: what was not answered is sent again, with its number, until it is. */
async function storm(seed: number, over: () => boolean, sent: Sent[], answered: () => void): Promise<void> {
  const random = seeded(seed);
  while (!over()) {
    const one: Sent = { deed: await nextDeed(deployment.db, cast, random), commandId: crypto.randomUUID(), tries: 0, answer: null };
    sent.push(one);
    for (;;) {
      await send(one, urlOf(seed));
      if (one.answer !== null) break;
      await sleep(AGAIN_MS);
    }
    answered();
  }
}

async function expectConsolesToAgree(consoles: ReadonlyMap<Clerk, Watching>, head: number): Promise<void> {
  for (const [person, console] of consoles) {
    await console.reached(head);
    const { incident, duty, team, handover, overnightNote, night: nights, silentSource, sos } = await readSnapshot(urlOf(), person.cookie);
    const { incident: shown = [], ...rest } = console.shows();
    expect({ incident: shown.filter(asksForWork), ...rest })
      .toEqual({ incident: byId(incident), duty: byId(duty), team: byId(team), handover: byId(handover), overnightNote: byId(overnightNote), night: byId(nights), silentSource: byId(silentSource), sos: byId(sos) });
  }
}

/** Answered yes: on the log as one stretch that ends where the answer said. Answered no: nowhere on it. */
async function expectEachOnce(sent: readonly Sent[]): Promise<void> {
  const lines = await deployment.db.query<{ seq: number; command_id: string }[]>('SELECT seq, command_id FROM event ORDER BY seq');
  const stretches = Map.groupBy(lines, (line) => line.command_id);
  for (const { commandId, answer, deed } of sent) {
    const seqs = (stretches.get(commandId) ?? []).map(({ seq }) => seq);
    if (answer?.status !== 200) { expect({ route: deed.route.path, seqs }).toEqual({ route: deed.route.path, seqs: [] }); continue; }
    expect(seqs).toEqual(seqs.map((_, index) => (seqs[0] ?? 0) + index));
    if (seqs.length > 0) expect(answer.body).toMatchObject({ seq: seqs.at(-1) });
  }
}

/** How many lines there are that somebody's command wrote: what the product does by its own clock has no command. */
const commandLines = (): Promise<{ lines: number; last: number }[]> => deployment.db.query('SELECT count(*)::integer AS lines, max(seq)::integer AS last FROM event WHERE command_id IS NOT NULL');

describe('a server that is killed', () => {
  test(`${KILLS} times in a storm keeps what it answered, once, and its consoles come back to what is stored`, async () => {
    const consoles = new Map([cast.coordinators[0], cast.supervisors[0], cast.edt[0], cast.responders[0], cast.receivers[0]].filter((one) => one !== undefined).map((person) => [person, watch(() => urlOf(), person.cookie)]));
    const sent: Sent[] = [];
    let [answers, over] = [0, false];
    const clients = Array.from({ length: CLIENTS }, (_, index) => storm(index + 1, () => over, sent, () => { answers += 1; }));

    for (let kill = 0; kill < KILLS; kill += 1) {
      const enough = answers + ANSWERS_BETWEEN;
      await until(() => answers >= enough && sent.some(({ answer }) => answer === null), 60_000);
      await servers[0]?.kill();
      servers = [await deployment.start()];
    }
    const enough = answers + ANSWERS_BETWEEN;
    await until(() => answers >= enough, 60_000);
    over = true;
    await Promise.all(clients);

    expect(sent.filter(({ answer }) => answer === null || answer.status >= 500 || answer.status === 400)).toEqual([]);
    expect(sent.some(({ tries }) => tries > 1)).toBe(true);
    expect(sent.filter(({ answer }) => answer?.status === 200).length).toBeGreaterThan(sent.length / 4);
    await expectEachOnce(sent);
    const head = await expectLogToTellTheState(deployment.db, deployment.keys);
    await expectConsolesToAgree(consoles, head);
    for (const console of consoles.values()) expect(console.connects()).toBeGreaterThanOrEqual(KILLS + 1);

    // All of it once more, as a tablet would that heard none of the answers: the same answers, and not a line more, but for alarms that fall due meanwhile.
    const said = await commandLines();
    for (const one of sent) expect(await ask(urlOf(), one.deed.by, one.deed.route, { ...one.deed.input, commandId: one.commandId })).toEqual(one.answer);
    expect(await commandLines()).toEqual(said);
    for (const console of consoles.values()) console.close();
  }, 240_000);
});

describe('two servers on one database', () => {
  const [A_SECOND, TIMES] = [1_000, 10];

  test('show on the sockets of one what was done through the other, within a second', async () => {
    servers = [servers[0] ?? await deployment.start(), await deployment.start()];
    const [one, two] = cast.coordinators;
    if (one === undefined || two === undefined) throw new Error('there are two coordinators');
    const listening = watch(() => urlOf(1), two.cookie);
    await listening.reached(0);
    for (let time = 0; time < TIMES; time += 1) {
      const { body } = await ask(urlOf(0), one, raiseIncident, {
        door: 'cmu', reportedAt: new Date().toISOString(), summary: `Call ${time}`, location: null, people: [], flags: [], missingRisk: null, answers: NO_ANSWERS, caller: { name: null, agency: null, phone: null, reference: null },
      });
      const incidentId: unknown = Reflect.get(Object(Reflect.get(Object(body), 'ids')), 'incidentId');
      await until(() => listening.shows().incident?.some(({ id }) => id === incidentId) === true, A_SECOND);
    }
    listening.close();
  }, 180_000);

  test('of which one is killed in a storm through both, agree on everything, and its clients go on with the other', async () => {
    const consoles = new Map(cast.supervisors.map((person, index) => [person, watch(() => urlOf(index), person.cookie)]));
    const sent: Sent[] = [];
    let [answers, over] = [0, false];
    const clients = Array.from({ length: CLIENTS }, (_, index) => storm(100 + index, () => over, sent, () => { answers += 1; }));
    await until(() => answers >= ANSWERS_BETWEEN, 60_000);
    const [killed, left] = servers;
    servers = left === undefined ? [] : [left];
    await killed?.kill();
    await until(() => answers >= 2 * ANSWERS_BETWEEN, 60_000);
    over = true;
    await Promise.all(clients);
    expect(sent.filter(({ answer }) => answer === null || answer.status >= 500)).toEqual([]);
    await expectEachOnce(sent);
    await expectConsolesToAgree(consoles, await expectLogToTellTheState(deployment.db, deployment.keys));
    for (const console of consoles.values()) console.close();
  }, 120_000);

  test('given the same command at once do it once', async () => {
    servers = [...servers, await deployment.start()];
    const [coordinator] = cast.coordinators;
    const [incident] = await deployment.db.query<{ id: string }[]>("SELECT id FROM incident WHERE state = 'open' AND NOT restricted LIMIT 1");
    if (coordinator === undefined || incident === undefined) throw new Error('the storm left something open');
    const note = { commandId: crypto.randomUUID(), incidentId: incident.id, body: 'Once', internal: false };
    const answers = await Promise.all([0, 1, 0, 1, 0, 1].map((index) => ask(urlOf(index), coordinator, addNote, note)));
    expect(answers[0]).toMatchObject({ status: 200 });
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(await deployment.db.query('SELECT count(*) AS lines FROM event WHERE command_id = $1', [note.commandId])).toEqual([{ lines: 1 }]);
  });
});
