// A server that is killed with a question in hand: it is put again by whoever serves next, under the same number, and answered once.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { askChecks } from '../../shared/protocol/checks.ts';
import { NO_ANSWERS } from '../../shared/domain/policy.ts';
import { raiseIncident } from '../../shared/protocol/incidents.ts';
import { plusMinutes } from '../../shared/domain/instant.ts';
import { ask, castOf, deploy, type Deployment } from '../support/compiled.ts';
import { nothing, startSource, type FakeSource } from '../support/source.ts';
import { expectLogToTellTheState } from '../support/verdict.ts';
import { waitFor } from '../support/wait-for.ts';

let source: FakeSource;
let deployment: Deployment;
beforeAll(async () => {
  source = await startSource();
  deployment = await deploy({ CHECK_SOURCES: JSON.stringify([{ code: 'mash', name: 'MASH', url: source.url, answerSeconds: 600 }]) });
}, 30_000);
afterAll(async () => {
  await deployment.drop();
  await source.stop();
}, 30_000);

test('kill -9 loses no question', async () => {
  const first = await deployment.start();
  const [coordinator] = (await castOf(deployment, first.url)).coordinators;
  if (coordinator === undefined) throw new Error('there is a coordinator');
  const { body } = await ask(first.url, coordinator, raiseIncident, {
    door: 'cmu', reportedAt: plusMinutes(new Date().toISOString(), -1), summary: 'Shouting', location: null, people: [{ name: 'Wren Alder', isChild: true, relation: 'child', bornOn: null, approximateAge: 9 }], flags: [], missingRisk: null, answers: NO_ANSWERS,
    caller: { name: null, agency: null, phone: null, reference: null },
  });
  const incidentId = String(Reflect.get(Object(Reflect.get(Object(body), 'ids')), 'incidentId'));
  source.behave(() => undefined);
  await ask(first.url, coordinator, askChecks, { incidentId, asks: null });
  await waitFor('the question to be put', () => source.asked.length === 1);
  await first.kill();
  source.behave(nothing);
  await deployment.start();
  const answered = () => deployment.db.query<unknown[]>("SELECT FROM event WHERE incident_id = $1 AND name = 'check.answered'", [incidentId]);
  await waitFor('the answer', async () => (await answered()).length > 0, 20_000);
  expect(source.asked.map(({ body: asked }) => asked.checkId)).toEqual(Array(2).fill(source.asked[0]?.body.checkId));
  await expectLogToTellTheState(deployment.db, deployment.keys);
}, 60_000);
