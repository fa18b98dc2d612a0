// Checks on an incident: asked over the wire and by voice, answered once however many servers carry them, and told to those alone who may see the incident.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { startChecks } from '../../server/checks/check-poller.ts';
import { httpAdapter, LIMITS } from '../../server/checks/http-adapter.ts';
import { noteAnswer, noteFailure } from '../../server/checks/tell-silence.ts';
import { liveClock } from '../../server/clock/clock.ts';
import { makeLogger } from '../../server/http/request-log.ts';
import { newId } from '../../server/database/transaction.ts';
import { plusMinutes } from '../../shared/domain/instant.ts';
import * as checks from '../../shared/protocol/checks.ts';
import { readLive } from '../../shared/protocol/duties.ts';
import * as incidents from '../../shared/protocol/incidents.ts';
import { known, startNight, TOLD, type Night } from '../support/night.ts';
import { Screen } from '../support/screen.ts';
import { startTestServer, type Person, type TestServer } from '../support/server.ts';
import { nothing, says, startSource, type FakeSource } from '../support/source.ts';
import { expectLogToTellTheState } from '../support/verdict.ts';
import { waitFor } from '../support/wait-for.ts';

let source: FakeSource;
let server: TestServer;
let night: Night;
beforeAll(async () => {
  source = await startSource();
  server = await startTestServer({ settings: { CHECK_SOURCES: JSON.stringify([
    { code: 'police', name: 'police', phone: '01632 960 210' }, { code: 'mash', name: 'MASH', url: source.url, key: 'the-key-of-mash' },
    { code: 'health', name: 'health', url: `${source.url}/health`, automatic: true, answerSeconds: 3600 },
  ]) } });
  night = await startNight(server);
}, 30_000);
afterAll(async () => {
  await server.stop();
  await source.stop();
});
beforeEach(() => {
  source.asked.length = 0;
  source.behave(nothing);
});

const viewOf = async (incidentId: string) => (await night.record(incidentId)).checks;
const itemsOf = async (incidentId: string, from: string) => (await viewOf(incidentId)).items.filter((one) => one.source === from);
const settled = (incidentId: string, from: string) => waitFor(`${from} to answer`, async () => {
  const items = await itemsOf(incidentId, from);
  return items.length > 0 && items.every(({ state }) => state !== 'asked') ? items : undefined;
}, 20_000);

test('everybody named is asked about by itself where a setting says so, in the product’s own name, and nobody else is', async () => {
  const incidentId = await night.raised();
  const items = await settled(incidentId, 'health');
  expect(items.map(({ result, askedBy, endedBy }) => `${result ?? ''} ${askedBy.name} ${endedBy?.name ?? ''}`)).toEqual(Array(2).fill('nothing-recorded Nightjar Nightjar'));
  expect(await itemsOf(incidentId, 'mash')).toEqual([]);
  expect(source.asked.map(({ body }) => body.person?.name).toSorted()).toEqual([TOLD.child, TOLD.mother].toSorted());
});

test('one key asks all that can be asked; what is found is on the log and before the crew, and in no log line', async () => {
  source.behave(says(({ checkId, person }) => (person?.name === TOLD.mother ? { checkId, result: 'found', words: 'Large dog loose in the yard', answeredBy: 'Desk of Heron' } : { checkId, result: 'nothing-recorded' })));
  const incidentId = await night.raised();
  await night.coordinator.call(checks.askChecks, { incidentId, asks: null });
  const items = await settled(incidentId, 'mash');
  expect(items.map(({ result }) => result).toSorted()).toEqual(['found', 'nothing-recorded', 'nothing-recorded']);
  expect(items.find(({ result }) => result === 'found')).toMatchObject({ words: 'Large dog loose in the yard', answerer: 'Desk of Heron', askedBy: { name: night.coordinator.name } });
  expect(source.asked.filter(({ headers }) => headers.authorization === 'Bearer the-key-of-mash').length).toBe(3);

  const { timeline } = await night.coordinator.call(incidents.readIncident, { incidentId });
  expect(timeline.find(({ sentence }) => sentence === `MASH on ${TOLD.mother}: something is known there`)).toMatchObject({ by: 'Nightjar', note: 'Desk of Heron · Large dog loose in the yard' });
  for (const said of [TOLD.mother, 'Large dog', 'the-key-of-mash']) expect(server.logged()).not.toContain(said);
  expect(await night.coordinator.refused(checks.askChecks, { incidentId, asks: null })).toBe('check-nothing-to-ask');
  expect((await night.record(incidentId)).reassessments).toMatchObject([{ cause: 'check', endedAt: null }]);
});

test('typed from the phone: waits as rung, is answered by name, and may be struck out', async () => {
  const incidentId = await night.raised();
  await night.coordinator.call(checks.askChecks, { incidentId, asks: [{ personId: null, source: 'police' }] });
  expect(await itemsOf(incidentId, 'police')).toMatchObject([{ state: 'asked', way: 'phone', answerBy: null }]);
  const answer = { incidentId, personId: null, source: 'police', result: 'found' as const, answeredBy: 'Sgt Larch' };
  expect(await night.coordinator.refused(checks.typeCheckAnswer, { ...answer, words: null })).toBe('check-say-what');
  await night.coordinator.call(checks.typeCheckAnswer, { ...answer, words: 'Two calls last month' });
  const [item] = await itemsOf(incidentId, 'police');
  expect(item).toMatchObject({ state: 'answered', result: 'found', answerer: 'Sgt Larch', words: 'Two calls last month', endedBy: { name: night.coordinator.name } });
  await night.coordinator.call(checks.strikeOutCheck, { incidentId, checkId: known(item).id, reason: 'Another address' });
  expect(await itemsOf(incidentId, 'police')).toMatchObject([{ state: 'struck-out' }]);
  expect(await night.coordinator.refused(checks.typeCheckAnswer, { ...answer, personId: newId(), words: 'x' })).toBe('check-nothing-there');
  expect(await night.coordinator.refused(checks.askChecks, { incidentId, asks: [{ personId: null, source: 'nobody' }] })).toBe('check-nothing-there');
});

test('a name that is not known is sent nowhere, nor an address that must stay secret', async () => {
  const incidentId = await night.raised(night.coordinator, { people: [], location: { label: 'Refuge at Plover Court', lat: null, lon: null, secret: true } });
  expect(await night.coordinator.refused(checks.askChecks, { incidentId, asks: null })).toBe('check-nothing-to-ask');
  expect(await night.coordinator.refused(checks.askChecks, { incidentId, asks: [{ personId: null, source: 'mash' }] })).toBe('check-by-voice');
  expect(await server.db.query('SELECT id FROM source_check WHERE incident_id = $1', [incidentId])).toEqual([]);
  // What was asked about others before may be tried again in the meantime.
  expect(JSON.stringify(source.asked)).not.toContain('Plover Court');
});

test('who does not answer in time is to be rung; a late answer counts all the same', async () => {
  const held: (() => void)[] = [];
  source.behave((asked, response) => { held.push(() => nothing(asked, response)); });
  const incidentId = await night.raised(night.coordinator, { people: [{ name: 'Finch Rowan', isChild: false, relation: 'neighbour', bornOn: null, approximateAge: 40 }], location: null });
  await night.coordinator.call(checks.askChecks, { incidentId, asks: [{ personId: known((await night.record(incidentId)).people[0]).personId, source: 'mash' }] });
  await waitFor('the question to arrive', () => held.length >= 2);
  await server.db.query("UPDATE check_work SET answer_by = $2 WHERE incident_id = $1 AND source = 'mash'", [incidentId, plusMinutes(new Date().toISOString(), -1)]);
  expect(await settled(incidentId, 'mash')).toMatchObject([{ state: 'unanswered', failure: 'no-answer' }]);
  for (const answer of held) answer();
  await waitFor('the late answer', async () => (await itemsOf(incidentId, 'mash'))[0]?.state === 'answered');
  expect((await night.coordinator.call(incidents.readIncident, { incidentId })).timeline.map(({ sentence }) => sentence)).toContain('MASH did not answer in time about Finch Rowan: ring them');
});

test('several servers carry each question once between them', async () => {
  const others = [1, 2].map(() => startChecks({ db: server.db, clock: liveClock, keys: server.keys }, new Map([['mash', httpAdapter({ url: source.url, key: undefined }, LIMITS)]]), () => undefined, makeLogger('silent')));
  const ids = await Promise.all(Array.from({ length: 6 }, () => night.raised()));
  await Promise.all(ids.map((incidentId) => night.coordinator.call(checks.askChecks, { incidentId, asks: null })));
  for (const incidentId of ids) expect((await settled(incidentId, 'mash')).length).toBe(3);
  const asked = source.asked.map(({ body }) => body.checkId);
  expect(new Set(asked).size).toBe(asked.length);
  await Promise.all(others.map((one) => one.stop()));
  expect(await server.db.query("SELECT check_id FROM check_work WHERE source = 'mash'")).toEqual([]);
});

describe('who is told', () => {
  test('a crew that is sent reads it; a responder elsewhere, a receiving team and a stranger to a restricted incident do not; none of them asks', async () => {
    const incidentId = await night.graded();
    await settled(incidentId, 'health');
    source.behave(says(({ checkId }) => ({ checkId, result: 'found', words: 'Known to carry a knife', answeredBy: null })));
    await night.coordinator.call(checks.askChecks, { incidentId, asks: null });
    await settled(incidentId, 'mash');
    const crew = await night.sent(await night.tasked(incidentId));
    expect(JSON.stringify((await night.record(incidentId, night.constable)).checks)).toContain('Known to carry a knife');
    expect((await night.elsewhere.raw('GET', `/api/incidents/${incidentId}`)).status).toBe(404);
    await night.attended(crew);
    const { handoverId } = await night.handedOver(night.north, incidentId);
    const pack = await night.northMember.raw('GET', `/api/handovers/${handoverId}`);
    expect(JSON.stringify(pack.body)).toContain('something is known to MASH');
    expect(JSON.stringify(pack.body)).not.toContain('Known to carry a knife');

    const hidden = await night.restricted(await night.graded(), night.supervisor);
    const other = await server.person('coordinator', { name: 'Linnet Sedge' });
    const about = { personId: null, source: 'police' };
    for (const id of [hidden, newId()]) {
      expect(await other.refused(checks.askChecks, { incidentId: id, asks: [about] })).toBe('not-found');
      expect(await other.refused(checks.typeCheckAnswer, { incidentId: id, ...about, result: 'nothing-recorded', answeredBy: 'x', words: null })).toBe('not-found');
      expect(await other.refused(checks.strikeOutCheck, { incidentId: id, checkId: newId(), reason: 'x' })).toBe('not-found');
    }
  });
});

test('a source whose system is silent is told to control and the EDT desk once, by whichever server, and is over when it answers', async () => {
  const context = { db: server.db, clock: liveClock, keys: server.keys };
  const silent = async (who: Person = night.coordinator) => (await who.call(readLive, {})).silentSource;
  const [desk, crew] = await Promise.all([Screen.open(night.edt), Screen.open(night.constable)]);
  const logged = async (): Promise<string[]> => (await server.db.query<{ name: string }[]>("SELECT name FROM event WHERE entity_type = 'checkSource' ORDER BY seq")).map(({ name }) => name);
  source.behave((_asked, response) => { response.writeHead(503).end(); });
  const timing = { pollMs: 20, atOnce: 1, heldMs: 8_000, firstWaitMs: 10, longestWaitMs: 50 };
  const poller = startChecks(context, new Map([['health', httpAdapter({ url: `${source.url}/health`, key: undefined }, { ...LIMITS, failuresInARow: 50 })]]), () => undefined, makeLogger('silent'), timing);
  const incidentId = await night.raised();
  const told = await waitFor('control to be told', async () => { const now = await silent(); return now.length > 0 ? now : undefined; }, 20_000);
  expect(told).toMatchObject([{ code: 'health', name: 'health', phone: null }]);
  await Promise.all([noteFailure(context, 'health'), noteFailure(context, 'health'), noteFailure(context, 'health')]);
  expect(await logged()).toEqual(['checkSource.silent']);
  expect(await silent(night.edt)).toEqual(told);
  for (const person of [night.constable, night.northMember]) expect(await silent(person)).toEqual([]);
  const id = told[0]?.id ?? '';
  await waitFor('the desk to hear of it', () => typeof desk.view(id) === 'object');
  source.behave(nothing);
  await settled(incidentId, 'health');
  await waitFor('the silence to be over', async () => (await silent()).length === 0);
  await waitFor('the desk to hear that it is over', () => desk.view(id) === null);
  await crew.flushed();
  expect(crew.news().filter(({ entity }) => entity === 'silentSource')).toEqual([]);
  for (const screen of [desk, crew]) screen.socket.disconnect();
  expect(await logged()).toEqual(['checkSource.silent', 'checkSource.answeredAgain']);
  await poller.stop();
  // Once, or for a moment, is chance.
  await noteFailure(context, 'mash');
  expect(await silent()).toEqual([]);
  await noteAnswer(context, 'mash');
  expect(await server.db.query('SELECT source FROM source_silence WHERE ended_at IS NULL')).toEqual([]);
});

test('the state of each source is among the figures, and the log alone gives every row back', async () => {
  const figures = await (await fetch(`${server.url}/api/metrics`)).text();
  expect(figures).toMatch(/nightjar_check_source_asked\{source="mash"\} 1/);
  await expectLogToTellTheState(server.db, server.keys);
});
