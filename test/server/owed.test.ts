// What is owed, over the wire: promises, who leads, what a crew is told, fresh looks, news on closed logs and the sample; and who does not hear of it.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { bookOff, handOn } from '../../shared/protocol/duties.ts';
import * as incidents from '../../shared/protocol/incidents.ts';
import * as owed from '../../shared/protocol/owed.ts';
import { plusMinutes } from '../../shared/domain/instant.ts';
import { NO_ANSWERS } from '../../shared/domain/policy.ts';
import { expectLogToTellTheState } from '../support/verdict.ts';
import { movableClock, startNight, type Night } from '../support/walk.ts';
import { readSnapshot } from '../support/watching.ts';

const clock = movableClock('2026-11-20T22:00:00.000Z');
let night: Night;
beforeAll(async () => { night = await startNight({ clock, settings: { NIGHTJAR_ROLE: 'web' } }); });
afterAll(async () => {
  await expectLogToTellTheState(night.server.db, night.server.keys);
  await night.server.stop();
});

const view = async (incidentId: string) => (await night.coordinator.call(incidents.readIncident, { incidentId })).incident;
const closed = async (callerTold: string | null = null): Promise<string> => {
  const incidentId = await night.raiseMild();
  await night.coordinator.call(incidents.endIncident, { incidentId, expectedVersion: await night.version(incidentId), ending: 'settled', reason: 'Home and well', callerTold, duplicateOfId: null });
  return incidentId;
};
const seesIt = async (person: { cookie: string }, incidentId: string): Promise<boolean> => (await readSnapshot(night.server.url, person.cookie)).incident.some(({ id }) => id === incidentId);

describe('what the caller was told', () => {
  test('is a promise from the call on, falls in doubt with another grade, and holds the ending back until it is kept', async () => {
    const incidentId = await night.raise(night.coordinator, { answers: NO_ANSWERS, told: { kind: 'somebody-comes', said: 'A crew comes tomorrow' } });
    expect((await view(incidentId)).promises).toMatchObject([{ kind: 'somebody-comes', said: 'A crew comes tomorrow', dueAt: plusMinutes(clock.now(), 48 * 60 - 5), doubtedAt: null, state: 'standing' }]);
    await night.grade(incidentId, 2);
    expect((await view(incidentId)).promises[0]?.doubtedAt).toBe(clock.now());
    await night.coordinator.call(owed.tellCaller, { incidentId, kind: 'somebody-comes', said: 'A crew comes within the hour' });
    const { ids: { promiseId = '' } } = await night.coordinator.call(owed.tellCaller, { incidentId, kind: 'call-back', said: 'We ring when they are near' });
    expect((await view(incidentId)).promises.map(({ state, dueAt }) => [state, dueAt])).toEqual([
      ['replaced', expect.any(String)], ['standing', plusMinutes(clock.now(), 55)], ['standing', plusMinutes(clock.now(), 30)],
    ]);
    await night.visited(incidentId, await night.crew());
    const ending = async (callerTold: string | null) => ({ incidentId, expectedVersion: await night.version(incidentId), ending: 'settled' as const, reason: 'Seen', callerTold, duplicateOfId: null });
    expect(await night.coordinator.refused(incidents.endIncident, await ending(null))).toBe('promise-standing');
    await night.coordinator.call(owed.keepPromise, { incidentId, promiseId, note: null });
    expect(await night.coordinator.refused(owed.keepPromise, { incidentId, promiseId, note: null })).toBe('promise-over');
    await night.coordinator.call(incidents.endIncident, await ending(null));
  });

  test('must be said before a Grade 4 is closed, and nothing impossible can be promised', async () => {
    const incidentId = await night.raise(night.coordinator, { answers: { ...NO_ANSWERS, adviceEnough: true }, flags: [] });
    const ending = async (callerTold: string | null) => ({ incidentId, expectedVersion: await night.version(incidentId), ending: 'settled' as const, reason: 'Advice', callerTold, duplicateOfId: null });
    expect(await night.coordinator.refused(incidents.endIncident, await ending(null))).toBe('caller-not-told');
    expect(await night.coordinator.refused(owed.tellCaller, { incidentId, kind: 'call-back', said: 'Soon', dueAt: plusMinutes(clock.now(), -1) })).toBe('promise-needs-time');
    expect(await night.coordinator.refused(owed.tellCaller, { incidentId, kind: 'somebody-comes', said: 'Soon', dueAt: plusMinutes(clock.now(), 30) })).toBe('grade-4-no-visit');
    expect(await night.coordinator.refused(owed.giveAdvice, { incidentId, kind: 'referral', service: null, said: 'Ring them' })).toBe('service-needed');
    await night.coordinator.call(owed.giveAdvice, { incidentId, kind: 'referral', service: 'Help Direct', said: 'They open at nine' });
    await night.coordinator.call(owed.tellCaller, { incidentId, kind: 'nobody-comes', said: 'Nobody comes; Help Direct opens at nine' });
    await night.coordinator.call(incidents.endIncident, await ending(null));
    expect((await view(incidentId)).advice).toMatchObject([{ kind: 'referral', service: 'Help Direct', said: 'They open at nine' }]);
  });
});

describe('who leads', () => {
  test('is ours until a named person takes it; a dispute has a clock and an answer', async () => {
    const incidentId = await night.raiseMild();
    const passing = async (passedOn: { leader: 'health'; takenBy: string; at: string; reference: null } | null = null) =>
      ({ incidentId, expectedVersion: await night.version(incidentId), ending: 'passed-on' as const, reason: 'Not ours', callerTold: 'The ambulance service comes', duplicateOfId: null, passedOn });
    expect(await night.coordinator.refused(incidents.endIncident, await passing())).toBe('nobody-took-it');
    expect(await night.coordinator.refused(owed.nameLead, { incidentId, leader: 'police', ground: 'none', taken: null })).toBe('police-need-ground');
    const { ids: { leadId = '' } } = await night.coordinator.call(owed.nameLead, { incidentId, leader: 'police', ground: 'risk', taken: null });
    expect(await night.coordinator.refused(incidents.endIncident, await passing())).toBe('nobody-took-it');
    await night.coordinator.call(owed.disputeLead, { incidentId, leadId, with: 'Insp Tawny, control room', reason: 'They say that there is no real and immediate risk' });
    expect(await night.coordinator.refused(owed.disputeLead, { incidentId, leadId, with: 'Insp Tawny', reason: 'Again' })).toBe('dispute-open');
    expect((await view(incidentId)).leads).toMatchObject([{ disputeWith: 'Insp Tawny, control room', disputeDueAt: plusMinutes(clock.now(), 30), answeredAt: null }]);
    await night.supervisor.call(owed.answerDispute, { incidentId, leadId, answeredBy: 'Supt Heron', outcome: 'ours', reason: 'Below the threshold' });
    expect(await night.coordinator.refused(incidents.endIncident, await passing({ leader: 'health', takenBy: 'Sister Teal, ambulance desk', at: plusMinutes(clock.now(), 5), reference: null }))).toBe('taken-when');
    await night.coordinator.call(incidents.endIncident, await passing({ leader: 'health', takenBy: 'Sister Teal, ambulance desk', at: clock.now(), reference: null }));
    expect((await view(incidentId)).leads.at(-1)).toMatchObject({ leader: 'health', taker: 'Sister Teal, ambulance desk', takenAt: clock.now() });
  });
});

describe('a Grade 1 under a crew', () => {
  test('is passed with what the crew is told; each reads it on their own tablet, and nobody else’s', async () => {
    const [incidentId, crew, other] = [await night.raise(), await night.crew(), await night.crew()];
    const assignments = await night.send(await night.task(incidentId), crew.both);
    await night.step(crew.constable, assignments[0], 'going');
    await night.grade(incidentId, 1, crew.constable);
    const taken = { incidentId, takenBy: 'Insp Tawny', reference: 'LC-77', takenAt: plusMinutes(clock.now(), -1) };
    expect(await night.coordinator.refused(incidents.passToPolice, taken)).toBe('tell-the-crew');
    expect(await night.coordinator.refused(incidents.passToPolice, { ...taken, takenAt: plusMinutes(clock.now(), 2), crewOrder: 'withdraw' })).toBe('taken-when');
    await night.coordinator.call(incidents.passToPolice, { ...taken, crewOrder: 'withdraw' });
    const after = await view(incidentId);
    expect(after).toMatchObject({ state: 'open', policeHaveItAt: taken.takenAt, instructions: [{ crewOrder: 'withdraw', readAt: null }, { crewOrder: 'withdraw', readAt: null }] });
    expect(after.assignments.every(({ endedAt }) => endedAt === null)).toBe(true);
    const own = after.instructions.find(({ staffId }) => staffId === crew.constable.staffId)?.id ?? '';
    for (const somebody of [crew.socialWorker, other.constable]) expect(await somebody.refused(owed.readInstruction, { incidentId, instructionId: own })).toBe('not-found');
    clock.move(2);
    await crew.constable.call(owed.readInstruction, { incidentId, instructionId: own, device: { at: plusMinutes(clock.now(), -1), offsetMs: 0 } });
    await crew.constable.call(owed.readInstruction, { incidentId, instructionId: own });
    expect((await view(incidentId)).instructions.map(({ readAt }) => readAt).toSorted()).toEqual([plusMinutes(clock.now(), -1), null].toSorted());
    expect(await seesIt(other.constable, incidentId)).toBe(false);
    await night.coordinator.call(owed.instructCrew, { incidentId, crewOrder: 'stay' });
    expect((await view(incidentId)).instructions.filter(({ endedAt }) => endedAt === null).map(({ crewOrder, readAt }) => [crewOrder, readAt])).toEqual([['stay', null], ['stay', null]]);
  });
});

test('a note that changes things asks for a fresh assessment, once, and the incident does not close on it', async () => {
  const incidentId = await night.raiseMild();
  for (const body of ['He has a knife', 'And he has been drinking']) await night.coordinator.call(incidents.addNote, { incidentId, body, internal: false, changesThings: true });
  expect((await view(incidentId)).reassessments).toMatchObject([{ cause: 'note', dueAt: plusMinutes(clock.now(), 15), endedAt: null }]);
  expect(await night.coordinator.refused(incidents.endIncident, { incidentId, expectedVersion: await night.version(incidentId), ending: 'settled', reason: 'Done', callerTold: null, duplicateOfId: null })).toBe('reassess-open');
  await night.coordinator.call(incidents.assessIncident, { incidentId, flags: ['vulnerable-child'], missingRisk: null, answers: { ...NO_ANSWERS, hurt: true } });
  expect((await view(incidentId)).reassessments[0]?.endedAt).toBe(clock.now());
});

describe('news on a closed incident', () => {
  test('is owned by who closed it, seen by control in the snapshot, holds back the end of duty, and is decided', async () => {
    const incidentId = await closed();
    expect(await seesIt(night.supervisor, incidentId)).toBe(false);
    await night.supervisor.call(incidents.addNote, { incidentId, body: 'The mother rang: he is back at the door', internal: false });
    await night.supervisor.call(incidents.addNote, { incidentId, body: 'And again', internal: false });
    const { news } = await view(incidentId);
    expect(news).toMatchObject([{ kind: 'note', owner: { staffId: night.coordinator.staffId }, dueAt: plusMinutes(clock.now(), 15), decision: null }]);
    expect(await seesIt(night.supervisor, incidentId)).toBe(true);
    expect(await seesIt((await night.crew()).constable, incidentId)).toBe(false);
    const newsId = news[0]?.id ?? '';
    await night.coordinator.call(handOn, { dutyId: night.coordinator.dutyId, toStaffId: night.supervisor.staffId });
    expect((await view(incidentId)).news[0]?.owner.staffId).toBe(night.supervisor.staffId);
    expect(await night.supervisor.refused(bookOff, { dutyId: night.supervisor.dutyId })).toBe('owns-open-work');
    expect(await night.supervisor.refused(owed.decideNews, { incidentId, newsId, decision: 'linked', reason: 'Same house', linkedToId: null })).toBe('link-to-what');
    await night.supervisor.call(owed.decideNews, { incidentId, newsId, decision: 'noted', reason: 'A patrol is there already', linkedToId: null });
    expect(await night.supervisor.refused(owed.decideNews, { incidentId, newsId, decision: 'noted', reason: 'Twice', linkedToId: null })).toBe('already-decided');
    expect(await seesIt(night.supervisor, incidentId)).toBe(false);
  });

  test('opens it again, or belongs to another, whose log says so', async () => {
    const [again, same, other] = [await closed(), await closed(), await night.raiseMild()];
    for (const incidentId of [again, same]) await night.coordinator.call(incidents.addNote, { incidentId, body: 'News', internal: false });
    await night.coordinator.call(incidents.reopenIncident, { incidentId: again, reason: 'It is not over' });
    expect((await night.file(again)).news).toMatchObject([{ decision: 'reopened', decidedById: night.coordinator.staffId }]);
    await night.coordinator.call(owed.decideNews, { incidentId: same, newsId: (await view(same)).news[0]?.id ?? '', decision: 'linked', reason: 'This is about the other house', linkedToId: other });
    expect((await night.coordinator.call(incidents.readIncident, { incidentId: other })).timeline.map(({ note }) => note)).toContain('This is about the other house');
  });

  test('of a restricted one goes to somebody named, and to nobody else’s screen', async () => {
    const incidentId = await closed();
    await night.supervisor.call(incidents.restrictIncident, { incidentId, staffIds: [night.supervisor.staffId], reason: 'A colleague lives there' });
    const outsider = await night.onDuty('coordinator');
    await night.supervisor.call(incidents.addNote, { incidentId, body: 'She rang', internal: false });
    const [news] = (await night.file(incidentId)).news;
    expect([night.supervisor.staffId, night.coordinator.staffId]).toContain(news?.ownerId);
    expect(await seesIt(outsider, incidentId)).toBe(false);
    expect(await outsider.refused(owed.decideNews, { incidentId, newsId: news?.id ?? '', decision: 'noted', reason: 'Mine', linkedToId: null })).toBe('not-found');
    await night.supervisor.call(owed.decideNews, { incidentId, newsId: news?.id ?? '', decision: 'noted', reason: 'Read', linkedToId: null });
  });
});

describe('the sample', () => {
  test('is the same for whoever draws, leaves out what the drawer may not see, and keeps what was found', async () => {
    const other = await night.onDuty('supervisor');
    for (let n = 0; n < 4; n += 1) await closed();
    const hidden = await closed();
    await night.supervisor.call(incidents.restrictIncident, { incidentId: hidden, staffIds: [night.supervisor.staffId], reason: 'A colleague' });
    const nightOf = '2026-11-20';
    const mine = await night.supervisor.call(owed.drawSample, { night: nightOf });
    const theirs = await other.call(owed.drawSample, { night: nightOf });
    expect(theirs.closed).toBeLessThan(mine.closed);
    expect(theirs.drawn.map(({ incident: { id } }) => id)).not.toContain(hidden);
    expect((await other.call(owed.drawSample, { night: nightOf })).drawn.map(({ incident: { id } }) => id)).toEqual(theirs.drawn.map(({ incident: { id } }) => id));
    const incidentId = theirs.drawn[0]?.incident.id ?? '';
    await other.call(owed.reviewClosed, { incidentId, finding: 'to-learn-from', note: 'Ring back sooner' });
    const looked = await other.call(owed.drawSample, { night: nightOf });
    expect(looked.drawn.find(({ incident }) => incident.id === incidentId)?.reviews).toMatchObject([{ finding: 'to-learn-from', note: 'Ring back sooner', by: { staffId: other.staffId } }]);
    expect((await night.file(incidentId)).news.filter(({ decision }) => decision === null)).toEqual([]);
  });
});

test('what a second person agrees to is the handover as it was asked for, every word of its pack', async () => {
  const incidentId = await night.raise();
  const pack = { riskNow: 'Lower while the aunt is there', outstanding: 'Ring the school', sharingBasis: 'Consent given by the mother', legalPowers: 'None', spokenWith: 'Ms Dunnock' };
  const { ids: { requestId = '' } } = await night.coordinator.call(incidents.askSecond, { incidentId, action: { kind: 'hand-over', receivingTeamId: night.dayTeamId, pack }, rationale: 'The aunt has come' });
  await night.supervisor.call(incidents.agreeSecond, { incidentId, requestId });
  const [row] = await night.server.db.query<{ body: Record<string, unknown> }[]>('SELECT p.body FROM handover h JOIN handover_pack p ON p.id = h.pack_id WHERE h.incident_id = $1', [incidentId]);
  expect(row?.body).toMatchObject({ riskNow: pack.riskNow, outstandingNote: pack.outstanding, sharingBasis: pack.sharingBasis, legalPowers: pack.legalPowers, spokenWith: pack.spokenWith });
});
