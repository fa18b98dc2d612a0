// A restricted incident exists for the named alone: to all others each of its ids answers, word for word, like an id of nothing.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newId } from '../../server/database/transaction.ts';
import { NO_ANSWERS } from '../../shared/domain/policy.ts';
import { readAccessLog, readFigures } from '../../shared/protocol/admin.ts';
import * as dispatch from '../../shared/protocol/dispatch.ts';
import * as duties from '../../shared/protocol/duties.ts';
import * as handovers from '../../shared/protocol/handovers.ts';
import * as incidents from '../../shared/protocol/incidents.ts';
import type { Route } from '../../shared/protocol/route.ts';
import { ROUTES } from '../../shared/protocol/routes.ts';
import { known, made, onDuty, startNight, TOLD, type Night, type OnDuty } from '../support/night.ts';
import { addressOf } from '../support/address.ts';
import { idFor, sampleBodies, type Known } from '../support/hostile-input.ts';
import { startTestServer, type Answer, type Person, type TestServer } from '../support/server.ts';

let server: TestServer;
let night: Night;
let coordinator: OnDuty;
let supervisor: OnDuty;
/** Everybody who works the night and is not named. */
let others: Person[];
beforeAll(async () => {
  server = await startTestServer();
  night = await startNight(server);
  coordinator = await onDuty(await server.person('coordinator'), 'control');
  supervisor = await onDuty(await server.person('supervisor'), 'control');
  others = [coordinator, supervisor, night.edt, night.elsewhere, night.southMember, night.auditor];
});
afterAll(() => server.stop());

interface Ids { incidentId: string; taskId: string; assignmentId: string; followUpId: string; requestId: string; handoverId: string }
const nothing = (): Ids => ({ incidentId: newId(), taskId: newId(), assignmentId: newId(), followUpId: newId(), requestId: newId(), handoverId: newId() });

/** With everything on it that has an id: a request for a second person, a crew there, an open follow-up, a handover to the desk. */
async function restrictedWithAll(): Promise<Ids> {
  const incidentId = await night.graded(await night.raised(night.coordinator, { answers: { ...NO_ANSWERS, worseTonight: true } }), 2);
  const asked = await night.coordinator.call(incidents.askSecond, { incidentId, action: { kind: 'grade', to: 3 }, rationale: 'The aunt is with her' });
  const crew = await night.sent(await night.tasked(incidentId));
  await night.constable.call(dispatch.recordNoAccess, { assignmentId: crew.constable, note: null });
  const { handoverId } = await night.handedOver(await server.receivingTeam(`EDT desk ${newId()}`, 'edt-desk'), incidentId);
  const followUpId = known((await night.record(incidentId)).followUps[0]).id;
  await night.restricted(incidentId);
  return { incidentId, taskId: crew.taskId, assignmentId: crew.constable, followUpId, requestId: made(asked, 'requestId'), handoverId };
}

const takes = (route: Route): boolean => Object.keys(route.params.shape).some((key) => key in nothing());

/** The first that passes: fields that go together do not in every sample. */
function passing(route: Route, known: Known): object {
  const body = sampleBodies(route, known).find((one) => route.body.safeParse(one).success);
  if (body === undefined) throw new Error(`No sample of ${route.method} ${route.path} passes its own schema.`);
  // Each time it is asked it is another command.
  const { commandId: _, ...asked } = body;
  // Settled, which is the first ending, names no other incident and nobody who took it.
  return 'duplicateOfId' in route.body.shape ? { ...asked, duplicateOfId: null, passedOn: null } : asked;
}

/** Every route that takes one of these ids in its address, each with a body that its schema passes; the record also with a purpose. */
const askedOf = (ids: Ids): [Route, object][] => [
  ...[...ROUTES.values()].filter(takes).map((route): [Route, object] => {
    const known: Known = { ...ids };
    return [route, { ...Object.fromEntries(Object.keys(route.params.shape).map((key) => [key, idFor(known, key)])), ...(route.method === 'GET' ? {} : passing(route, known)) }];
  }),
  [incidents.readIncident, { incidentId: ids.incidentId, purpose: 'Complaint 7' }],
];

const answerTo = (person: Person, [route, input]: [Route, object]): Promise<Answer> => person.raw(route.method, ...addressOf(route, input));
const MAY_NOT = { status: 403, body: { code: 'not-your-role' } };

describe('a restricted incident', () => {
  test('to all but the named, each of its ids answers like an id of nothing', async () => {
    const ids = await restrictedWithAll();
    const [real, unreal] = [askedOf(ids), askedOf(nothing())];
    for (const person of others) {
      for (const [index, asked] of real.entries()) {
        const [answer, toNothing] = [await answerTo(person, asked), await answerTo(person, known(unreal[index]))];
        expect({ by: person.name, route: asked[0].path, ...answer }).toEqual({ by: person.name, route: asked[0].path, ...toNothing });
        if (answer.status !== 404) expect({ route: asked[0].path, ...answer }).toMatchObject({ route: asked[0].path, ...MAY_NOT });
      }
    }
    expect((await night.record(ids.incidentId)).restricted).toBe(true);
    await free(ids);
  });

  test('named in a body, it answers like nothing too: as a duplicate, in place of a crew, as a partner', async () => {
    const ids = await restrictedWithAll();
    const own = await night.graded(await night.raised(coordinator), 3, coordinator);
    const task = await night.tasked(own);
    const { version: expectedVersion } = await night.record(own);
    const asked = ({ incidentId, assignmentId }: Ids): [Route, object][] => [
      [incidents.endIncident, { incidentId: own, expectedVersion, ending: 'duplicate', reason: 'The same', callerTold: null, duplicateOfId: incidentId }],
      [incidents.askSecond, { incidentId: own, action: { kind: 'end', ending: 'duplicate', duplicateOfId: incidentId }, rationale: 'The same' }],
      [dispatch.dispatchCrew, { taskId: task.taskId, expectedVersion, dutyIds: [night.elsewhere.dutyId], insteadOf: [assignmentId], reason: 'Nearer' }],
      [dispatch.standDown, { incidentId: own, assignmentIds: [assignmentId], reason: 'Nearer' }],
    ];
    const unreal = asked(nothing());
    for (const [index, one] of asked(ids).entries()) {
      const answer = await answerTo(coordinator, one);
      expect({ route: one[0].path, ...answer }).toEqual({ route: one[0].path, ...await answerTo(coordinator, known(unreal[index])) });
      expect(answer).toMatchObject({ status: 404, body: { code: 'not-found' } });
    }
    await free(ids);
  });

  test('is on no board, in no list and in no figure of others', async () => {
    const figures = () => night.analyst.call(readFigures, { nights: 1 });
    const before = await figures();
    const [open, closed] = [await night.restricted(await night.graded()), await night.restricted(await night.graded())];
    await night.coordinator.call(incidents.endIncident, { incidentId: closed, expectedVersion: (await night.record(closed)).version, ending: 'settled', reason: 'Settled', callerTold: null, duplicateOfId: null });

    expect(await figures()).toEqual(before);
    expect(await supervisor.call(readFigures, { nights: 1 })).toEqual(before);
    const { night: date } = await night.record(open);
    for (const person of others) {
      const board = await person.call(duties.readLive, {});
      const lists = [coordinator, supervisor, night.edt].includes(person as OnDuty) ? await person.call(incidents.listClosed, { night: date }) : [];
      for (const id of [open, closed]) expect(JSON.stringify([board, lists])).not.toContain(id);
    }
    for (const person of [night.coordinator, night.supervisor]) expect((await person.call(incidents.listClosed, { night: date })).map(({ id }) => id)).toContain(closed);
  });

  test('its handover is its receiving team’s and the named people’s', async () => {
    const { incidentId, handoverId } = await night.handedOver();
    await night.restricted(incidentId);
    const sees = async (person: Person) => (await person.call(duties.readLive, {})).handover.some(({ id }) => id === handoverId);
    for (const person of [night.northMember, night.coordinator, night.supervisor]) expect(await sees(person)).toBe(true);
    for (const person of others) expect(await sees(person)).toBe(false);
    for (const id of [handoverId, newId()]) expect(await night.edt.refused(handovers.readHandover, { handoverId: id })).toBe('not-found');
  });

  test('its crew sees it, and to others their time is taken by work of which nothing is said', async () => {
    const crew = await night.sent();
    await night.restricted(crew.incidentId);
    const held = async (person: Person) => known((await person.call(duties.readLive, {})).duty.find(({ id }) => id === night.constable.dutyId));

    expect((await night.record(crew.incidentId, night.constable)).id).toBe(crew.incidentId);
    expect(await held(coordinator)).toMatchObject({ availability: 'sent', incidentId: null });
    for (const person of [night.coordinator, night.constable]) expect(await held(person)).toMatchObject({ availability: 'sent', incidentId: crew.incidentId });

    const { ref } = await night.record(crew.incidentId);
    const task = await night.tasked();
    const busy = await coordinator.raw('POST', `/api/tasks/${task.taskId}/dispatch`, { commandId: newId(), expectedVersion: (await night.record(task.incidentId)).version, dutyIds: [night.constable.dutyId], insteadOf: [], reason: null });
    expect(busy).toMatchObject({ status: 409, body: { code: 'responder-busy' } });
    for (const told of [ref, crew.incidentId, night.coordinator.name]) expect(JSON.stringify(busy)).not.toContain(told);
    await night.attended(crew);
  });

  test('what was linked to it as a duplicate keeps the link from others', async () => {
    const [same, kept] = [await night.raised(), await night.restricted(await night.raised())];
    await night.coordinator.call(incidents.endIncident, { incidentId: same, expectedVersion: 1, ending: 'duplicate', reason: 'The same', callerTold: null, duplicateOfId: kept });
    expect(JSON.stringify(await coordinator.call(incidents.readIncident, { incidentId: same }))).not.toContain(kept);
    expect(JSON.stringify(await coordinator.call(incidents.listClosed, { night: (await night.record(same)).night }))).not.toContain(kept);
  });

  test('whoever is given it by name is named with it: nobody owns what they cannot see', async () => {
    const incidentId = await night.restricted(await night.raised());
    await night.coordinator.call(incidents.ownIncident, { incidentId, ownerId: coordinator.staffId });
    expect((await night.record(incidentId, coordinator)).owner.staffId).toBe(coordinator.staffId);
    await night.coordinator.call(incidents.ownIncident, { incidentId, ownerId: night.coordinator.staffId });
  });

  test('a refused look at it is no reading: the log of accesses holds the named people’s alone', async () => {
    const incidentId = await night.restricted(await night.raised());
    for (const person of others) await person.raw('GET', `/api/incidents/${incidentId}?purpose=Curious`);
    await night.record(incidentId, night.supervisor);
    expect((await night.auditor.call(readAccessLog, {})).filter(({ entityId }) => entityId === incidentId).map(({ by }) => by)).toEqual([night.supervisor.name]);
  });

  test('lifted, it is everybody’s again as before', async () => {
    const incidentId = await night.restricted(await night.graded());
    await night.supervisor.call(incidents.restrictIncident, { incidentId, staffIds: [], reason: 'No longer needed' });
    for (const person of [coordinator, supervisor, night.edt]) expect((await night.record(incidentId, person)).summary).toBe(TOLD.summary);
    expect(await night.elsewhere.refused(incidents.readIncident, { incidentId })).toBe('not-found');
  });
});

/** The crew is there and waits: let it go, so that it can be sent again. */
async function free({ incidentId }: Ids): Promise<void> {
  const { assignments } = await night.record(incidentId);
  await night.coordinator.call(dispatch.standDown, { incidentId, assignmentIds: assignments.map(({ id }) => id), reason: 'Done here' });
}
