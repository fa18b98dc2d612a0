// Somebody missing through the API: the search, the return and what is owed after it; who may not see hears nothing; two at once; a device without signal.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newId } from '../../server/database/transaction.ts';
import { plusMinutes } from '../../shared/domain/instant.ts';
import { endIncident, raiseIncident, restrictIncident } from '../../shared/protocol/incidents.ts';
import { addRiskFact, assessMissing, endMissing, recordInterview, recordLocated, recordPrevention, recordSeenMissing, reportMissing, takeBackFound } from '../../shared/protocol/missing.ts';
import type { IncidentView } from '../../shared/protocol/views.ts';
import { wallNow } from '../../server/clock/clock.ts';
import { aCall, known, made, startNight, type Night } from '../support/night.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { expectLogToTellTheState } from '../support/verdict.ts';

let server: TestServer;
let night: Night;
beforeAll(async () => {
  server = await startTestServer();
  night = await startNight(server);
});
afterAll(() => server.stop());

type Missing = IncidentView['missing'][number];
async function search(): Promise<{ incidentId: string; missingId: string; now: () => Promise<Missing>; end: () => Promise<string | undefined> }> {
  const incidentId = made(await night.coordinator.call(raiseIncident, aCall({ missingRisk: 'low' })), 'incidentId');
  const missing = async () => known((await night.record(incidentId)).missing[0]);
  const end = async () => night.coordinator.refused(endIncident, {
    incidentId, expectedVersion: (await night.record(incidentId)).version, ending: 'settled', reason: 'Home', callerTold: 'Nobody comes', duplicateOfId: null, passedOn: null,
  });
  return { incidentId, missingId: (await missing()).id, now: missing, end };
}

describe('a search', () => {
  test('from the call to the interview: nothing ends on somebody unseen, nor on an interview that is owed', async () => {
    const { missingId, now, end } = await search();
    const by = night.coordinator;
    expect(await end()).toBe('missing-not-confirmed');

    await by.call(addRiskFact, { missingId, fact: 'Has no inhaler with her', source: 'Her aunt', givenAt: null });
    expect((await now()).facts).toMatchObject([{ fact: 'Has no inhaler with her', source: 'Her aunt', by: { name: by.name } }]);
    await by.call(assessMissing, { missingId, risk: 'high', reason: 'No inhaler' });
    expect(await now()).toMatchObject({ risk: 'high' });

    await by.call(recordLocated, { missingId, at: null, note: 'At the bus station, by a driver' });
    expect(await end()).toBe('missing-not-confirmed');
    expect(await by.refused(recordLocated, { missingId, at: null, note: null })).toBe('located-already');
    await by.call(takeBackFound, { missingId, reason: 'It was her cousin' });
    expect((await now()).locatedAt).toBeNull();

    await by.call(recordSeenMissing, { missingId, at: null, well: true, note: null });
    const back = await now();
    expect(back.interviewDueAt).toBe(plusMinutes(known(back.locatedAt ?? undefined), 72 * 60));
    expect(await end()).toBe('return-interview-owed');

    const step = { missingId, who: 'Rowan, youth service', independent: false, note: null, carersView: null };
    await by.call(recordInterview, { ...step, step: 'offered' });
    expect(await by.refused(recordInterview, { ...step, step: 'held' })).toBe('interviewer-not-independent');
    expect(await by.refused(recordInterview, { ...step, step: 'refused' })).toBe('carers-view-needed');
    await by.call(recordInterview, { ...step, step: 'refused', carersView: 'She was with friends' });
    expect(await by.refused(recordInterview, { ...step, step: 'held', independent: true })).toBe('already-decided');
    await by.call(recordPrevention, { missingId, who: 'PC Heron', note: null });
    expect(['missing-not-confirmed', 'return-interview-owed']).not.toContain(await end());
  });

  test('goes on by name, and is reported once for each who is missing', async () => {
    const { incidentId, missingId, now } = await search();
    const { coordinator } = night;
    const [child, mother] = (await night.record(incidentId)).people.toSorted((a, b) => Number(b.isChild) - Number(a.isChild));
    expect((await now()).personId).toBe(known(child).personId);
    expect(await coordinator.refused(reportMissing, { incidentId, personId: known(child).personId, risk: 'low', reason: 'Again' })).toBe('missing-already');
    expect(await coordinator.refused(reportMissing, { incidentId, personId: newId(), risk: 'low', reason: 'Nobody' })).toBe('not-found');
    await coordinator.call(reportMissing, { incidentId, personId: known(mother).personId, risk: 'medium', reason: 'Went to look for her' });
    expect((await night.record(incidentId)).missingRisk).toBe('medium');
    expect(await coordinator.refused(endMissing, { missingId, endedAs: 'handed-on', takenBy: null, reason: 'Police search' })).toBe('taker-needed');
    await coordinator.call(endMissing, { missingId, endedAs: 'handed-on', takenBy: 'Insp Tawny, control room', reason: 'Police search' });
    expect(await now()).toMatchObject({ endedAs: 'handed-on', taker: 'Insp Tawny, control room' });
  });

  test('two who find at once: one stands, the other hears that it is so already', async () => {
    const { missingId } = await search();
    const found = { missingId, at: null, note: null };
    const answers = await Promise.all([night.coordinator, night.supervisor].map((by) => by.raw('POST', `/api/missing/${missingId}/located`, { commandId: newId(), at: found.at, note: found.note })));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  });

  test('a time that has not come is refused; a device’s fact that no longer fits is kept as a late report', async () => {
    const { incidentId, missingId } = await search();
    expect(await night.coordinator.refused(recordLocated, { missingId, at: plusMinutes(wallNow(), 30), note: null })).toBe('reported-in-future');
    await night.coordinator.call(recordLocated, { missingId, at: null, note: null });
    await night.coordinator.call(recordLocated, { missingId, at: null, note: null, device: { at: wallNow(), offsetMs: 0 } });
    expect((await server.db.query<{ name: string }[]>("SELECT name FROM event WHERE incident_id = $1 AND name = 'incident.reportedLate'", [incidentId]))).toHaveLength(1);
  });

  test('whoever may not see the incident may say nothing of it, and it is not there for them', async () => {
    const { incidentId, missingId } = await search();
    await night.supervisor.call(restrictIncident, { incidentId, staffIds: [night.supervisor.staffId], reason: 'A colleague’s child' });
    const stranger = await server.person('coordinator', { name: 'Linnet Hornbeam' });
    for (const by of [stranger, night.constable, night.edt]) {
      expect(await by.refused(recordLocated, { missingId, at: null, note: null })).toBe('not-found');
      expect(await by.refused(recordLocated, { missingId: newId(), at: null, note: null })).toBe('not-found');
      expect(await by.refused(recordLocated, { missingId, at: null, note: null, device: { at: wallNow(), offsetMs: 0 } })).toBe('not-found');
    }
  });
});

test('the log, replayed, gives every row as it is stored', async () => {
  await expectLogToTellTheState(server.db, server.keys);
});
