// A call being taken: kept by version, seen by few, taken over by name, saved once, swept with a count.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { maySeeDraft } from '../../shared/domain/call-draft.ts';
import { plusMinutes } from '../../shared/domain/instant.ts';
import { beginCallDraft, bringBackCallDraft, keepCallDraft, listCallDrafts, readCallDraft, takeOverCallDraft, throwAwayCallDraft } from '../../shared/protocol/call-drafts.ts';
import { raiseIncident, readIncident } from '../../shared/protocol/incidents.ts';
import type { CallOf } from '../../shared/protocol/route.ts';
import { sweepDrafts } from '../../server/calls/sweep-drafts.ts';
import { wallNow } from '../../server/clock/clock.ts';
import { newId } from '../../server/database/transaction.ts';
import { aCall, onDuty, startNight, TOLD, type Night } from '../support/night.ts';
import { startTestServer, type Person, type TestServer } from '../support/server.ts';

let server: TestServer;
let night: Night;
beforeAll(async () => { server = await startTestServer({ settings: { NIGHTJAR_ROLE: 'web' } }); night = await startNight(server); }, 60_000);
afterAll(() => server.stop());

type Keep = CallOf<typeof keepCallDraft>;
const typed = (draftId: string, afterVersion: number, change: Partial<Keep> = {}): Keep =>
  ({ draftId, afterVersion, form: 'console', door: 'cmu', words: TOLD.summary, body: JSON.stringify({ summary: `${TOLD.summary} ${afterVersion}` }), ...change });
function beginning(draftId: string, change: Partial<Keep> = {}): CallOf<typeof beginCallDraft> {
  const { afterVersion: _, ...fields } = typed(draftId, 0, change);
  return fields;
}
async function begun(by: Person, change: Partial<Keep> = {}): Promise<string> {
  const draftId = newId();
  await by.call(beginCallDraft, beginning(draftId, change));
  return draftId;
}
const sees = async (person: Person, draftId: string): Promise<boolean> => (await person.call(listCallDrafts, {})).some(({ id }) => id === draftId);
const reads = async (person: Person, draftId: string): Promise<number> => (await person.raw('GET', `/api/call-drafts/${draftId}`)).status;
const logged = async (draftId: string): Promise<string[]> => (await server.db.query<{ name: string }[]>('SELECT name FROM event WHERE entity_id = $1 ORDER BY seq', [draftId])).map(({ name }) => name);

describe('keeping', () => {
  test('each keeping is a version; the same words sent twice are one', async () => {
    const draftId = await begun(night.coordinator);
    expect(await night.coordinator.call(keepCallDraft, typed(draftId, 1))).toMatchObject({ version: 2 });
    expect(await night.coordinator.call(keepCallDraft, typed(draftId, 1))).toMatchObject({ version: 2 });
    expect(await night.coordinator.call(readCallDraft, { draftId })).toMatchObject({ version: 2, words: TOLD.summary, heldBy: { name: 'Asha Whitethorn' }, body: typed(draftId, 1).body });
    expect(await night.coordinator.call(beginCallDraft, beginning(draftId)).catch((error: Error) => error.message)).toMatch(/Asha Whitethorn changed this call at \d\d:\d\d/);
  });

  test('of two windows the first stands, and the other hears who and when', async () => {
    const draftId = await begun(night.coordinator);
    const both = await Promise.all(['a', 'b'].map((body) => night.coordinator.raw('POST', `/api/call-drafts/${draftId}/keep`, { afterVersion: 1, form: 'console', door: null, words: body, body: JSON.stringify({ body }) })));
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    expect(both.find(({ status }) => status === 409)?.body).toMatchObject({ code: 'draft-changed', facts: { who: 'Asha Whitethorn' } });
  });

  test.each(['', '  \0', '\ud800', 'x'.repeat(100_001)])('what cannot be stored is refused (%#)', async (body) =>
    expect(await night.coordinator.refused(beginCallDraft, beginning(newId(), { body }))).toMatch(/not-understood|too-large/));

  test('odd characters and no words at all are kept', async () => {
    const draftId = await begun(night.coordinator, { words: '\ud800\0\u202e', body: JSON.stringify({ summary: '\ud800\0' }) });
    expect(await night.coordinator.call(readCallDraft, { draftId })).toMatchObject({ words: '\ufffd \u202e', body: '{"summary":"\\ud800\\u0000"}' });
  });
});

describe('who sees it', () => {
  test('control on duty, and its writer; the EDT desk its own door and its own calls; nobody else, and no word of it in the log', async () => {
    const control = await begun(night.coordinator);
    const desk = await begun(night.edt, { form: 'desk', door: 'edt' });
    const ward = await begun(night.edt, { form: 'desk', door: 'hospital' });
    const secondDesk = await onDuty(await server.person('edt', { name: 'Ivo Larch' }), 'edt');
    const offDuty = await server.person('coordinator', { name: 'Una Sedge' });
    for (const [person, seesControl, seesDesk] of [[night.coordinator, true, true], [night.supervisor, true, true], [night.edt, false, true], [secondDesk, false, true], [offDuty, false, false]] as const) {
      expect([person.name, await sees(person, control), await sees(person, desk)]).toEqual([person.name, seesControl, seesDesk]);
      expect([await reads(person, control), await reads(person, desk)]).toEqual([seesControl ? 200 : 404, seesDesk ? 200 : 404]);
    }
    for (const person of [night.constable, night.northMember, night.administrator, night.auditor, night.analyst]) expect(await reads(person, control)).toBe(403);
    expect([await sees(secondDesk, ward), await sees(offDuty, ward)]).toEqual([true, false]);
    expect(await secondDesk.refused(takeOverCallDraft, { draftId: control, fromStaffId: night.coordinator.staffId })).toBe('not-found');
    expect(await secondDesk.refused(keepCallDraft, typed(control, 1))).toBe('not-found');
    expect(await secondDesk.refused(throwAwayCallDraft, { draftId: control })).toBe('not-found');
    const [row] = await server.db.query<{ log: string }[]>('SELECT coalesce(string_agg(e::text, \'\'), \'\') AS log FROM event e');
    expect(row?.log).not.toContain('Quillfeather');
    expect(server.logged()).not.toContain('Quillfeather');
  });

  test('the rule and the store say the same of everybody', async () => {
    const mine = await begun(night.coordinator, { door: 'school', form: 'console' });
    const [row] = await server.db.query<{ held: string }[]>('SELECT held_by_id AS held FROM call_draft WHERE id = $1', [mine]);
    for (const person of [night.coordinator, night.supervisor, night.edt]) {
      const viewer = { staffId: person.staffId, organisationId: '', roles: person === night.edt ? ['edt'] as const : ['coordinator'] as const, receivingTeamIds: [], dutyId: person.dutyId, teamId: null };
      expect(await sees(person, mine)).toBe(maySeeDraft(viewer, { heldById: row?.held ?? '', beganById: row?.held ?? '', door: 'school', form: 'console' }));
    }
  });

  test('reading another person’s is logged, reading one’s own is not', async () => {
    const draftId = await begun(night.coordinator);
    await night.coordinator.call(readCallDraft, { draftId });
    await night.supervisor.call(readCallDraft, { draftId });
    expect(await server.db.query('SELECT s.name FROM access_log a JOIN staff s ON s.id = a.staff_id WHERE entity_id = $1', [draftId])).toEqual([{ name: 'Bryn Calloway' }]);
  });
});

describe('taking over', () => {
  test('by name; the first writer is refused from then on, and hears who has it', async () => {
    const draftId = await begun(night.coordinator);
    await night.supervisor.call(takeOverCallDraft, { draftId, fromStaffId: night.coordinator.staffId });
    const refusal = await night.coordinator.raw('POST', `/api/call-drafts/${draftId}/keep`, { afterVersion: 1, form: 'console', door: null, words: '', body: '{}' });
    expect(refusal).toMatchObject({ status: 409, body: { code: 'draft-with-another', facts: { who: 'Bryn Calloway' } } });
    expect((await night.supervisor.call(readCallDraft, { draftId })).version).toBe(2);
    await night.supervisor.call(keepCallDraft, typed(draftId, 2));
    expect(await logged(draftId)).toEqual(['callDraft.takenOver']);
  });

  test('two at once: one has it, the other hears who', async () => {
    const draftId = await begun(night.coordinator);
    const third = await onDuty(await server.person('coordinator', { name: 'Wren Alder' }), 'control');
    const answers = await Promise.allSettled([night.supervisor, third].map((person) => person.call(takeOverCallDraft, { draftId, fromStaffId: night.coordinator.staffId })));
    expect(answers.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });

  test('not by somebody off duty', async () => {
    const draftId = await begun(night.coordinator);
    const offDuty = await server.person('supervisor');
    expect(await offDuty.refused(takeOverCallDraft, { draftId, fromStaffId: night.coordinator.staffId })).toBe('not-on-duty');
  });
});

describe('its end', () => {
  test('saved twice, by two people even, it is one incident; what was typed is gone, and later words are refused', async () => {
    const draftId = await begun(night.coordinator);
    const [first, second] = await Promise.all([1, 2].map(() => night.coordinator.call(raiseIncident, { ...aCall(), draftId })));
    expect(first?.ids).toEqual(second?.ids);
    expect((await night.supervisor.call(raiseIncident, { ...aCall(), draftId })).ids).toEqual(first?.ids);
    expect(await server.db.query('SELECT body, words, door FROM call_draft WHERE id = $1', [draftId])).toEqual([{ body: null, words: '', door: null }]);
    expect(await sees(night.coordinator, draftId)).toBe(false);
    const { incident } = await night.coordinator.call(readIncident, { incidentId: first?.ids['incidentId'] ?? '' });
    expect(await night.coordinator.raw('POST', `/api/call-drafts/${draftId}/keep`, { afterVersion: 1, form: 'console', door: null, words: '', body: '{}' })).toMatchObject({ status: 409, body: { code: 'draft-saved', facts: { ref: incident.ref } } });
    expect(await night.coordinator.refused(throwAwayCallDraft, { draftId })).toBe('draft-saved');
  });

  test('saved before it was ever kept, twice: one incident; with another person’s draft: refused', async () => {
    const draftId = newId();
    const [first, second] = [await night.coordinator.call(raiseIncident, { ...aCall(), draftId }), await night.coordinator.call(raiseIncident, { ...aCall(), draftId })];
    expect(first.ids).toEqual(second.ids);
    expect(await night.supervisor.refused(raiseIncident, { ...aCall(), draftId: await begun(night.coordinator) })).toBe('draft-with-another');
    expect(await night.constable.refused(raiseIncident, { ...aCall(), draftId: await begun(night.coordinator) })).toBe('not-found');
  });

  test('thrown away and brought back; thrown away and swept', async () => {
    const draftId = await begun(night.coordinator);
    await night.coordinator.call(throwAwayCallDraft, { draftId });
    expect(await night.coordinator.refused(keepCallDraft, typed(draftId, 2))).toBe('draft-thrown-away');
    expect((await night.coordinator.call(listCallDrafts, {})).find(({ id }) => id === draftId)?.thrownAt).not.toBeNull();
    await night.coordinator.call(bringBackCallDraft, { draftId });
    await night.coordinator.call(keepCallDraft, typed(draftId, 3));
    await night.coordinator.call(throwAwayCallDraft, { draftId });
    await sweepAt(11);
    expect(await night.coordinator.refused(bringBackCallDraft, { draftId })).toBe('not-found');
    expect(await logged(draftId)).toEqual(['callDraft.thrownAway', 'callDraft.broughtBack', 'callDraft.thrownAway']);
    expect(await server.db.query('SELECT FROM call_draft WHERE id = $1', [draftId])).toEqual([]);
  });

  test('begun and never saved: swept after the set time, and the log keeps how many', async () => {
    const draftId = await begun(night.coordinator);
    expect(await sweepAt(60)).toBe(0);
    expect(await sees(night.coordinator, draftId)).toBe(true);
    const count = await sweepAt(24 * 60 + 1);
    expect(count).toBeGreaterThan(0);
    expect(await sees(night.coordinator, draftId)).toBe(false);
    const [line] = await server.db.query<{ payload: unknown }[]>("SELECT payload FROM event WHERE name = 'callDraft.swept' ORDER BY seq DESC LIMIT 1");
    expect(line).toEqual({ payload: { count } });
  });
});

/** With a setting of 24 hours. */
const sweepAt = (minutesOn: number): Promise<number> => sweepDrafts({ db: server.db, keys: server.keys, clock: { kind: 'live', speed: 1, now: () => plusMinutes(wallNow(), minutesOn) } as never }, 24);

describe('the call itself', () => {
  test('why it was entered late is on the log; in time, nothing is', async () => {
    const notes = async (minutes: number) => {
      const { ids } = await night.coordinator.call(raiseIncident, aCall({ reportedAt: plusMinutes(wallNow(), -minutes), lateBecause: 'The system was away' }));
      return (await night.coordinator.call(readIncident, { incidentId: ids['incidentId'] ?? '' })).timeline.flatMap(({ note }) => note ?? []);
    };
    expect(await notes(40)).toContain('Entered late, because: The system was away');
    expect(await notes(2)).not.toContainEqual(expect.stringContaining('Entered late'));
  });

  test('a late entry says so; a number is kept as typed and as it is rung; a grid reference in words is placed', async () => {
    const { ids } = await night.coordinator.call(raiseIncident, aCall({
      reportedAt: plusMinutes(wallNow(), -40), caller: { name: null, agency: null, phone: '(01632) 960-417', reference: null }, location: { label: 'SD 5401 2940', lat: null, lon: null, secret: false },
    }));
    const record = await night.coordinator.call(readIncident, { incidentId: ids['incidentId'] ?? '' });
    expect(record.timeline[0]?.sentence).toMatch(/Entered late, 40 min after the report/);
    expect(record.caller).toMatchObject({ phone: '(01632) 960-417', ring: '01632 960417' });
    expect(record.incident.location).toMatchObject({ district: 'Preston', understoodAs: 'grid-reference', approximate: false });
    expect(record.incident.location?.lat).toBeCloseTo(53.758, 2);
  });

  test('somewhere on a street is no door; a number that can be none is kept', async () => {
    const { ids } = await night.coordinator.call(raiseIncident, aCall({ caller: { name: null, agency: null, phone: 'ward 4', reference: null }, location: { label: 'Somewhere on Elm Street', lat: null, lon: null, secret: true } }));
    const record = await night.coordinator.call(readIncident, { incidentId: ids['incidentId'] ?? '' });
    expect(record.timeline[0]?.sentence).not.toMatch(/late/);
    expect(record.caller).toMatchObject({ phone: 'ward 4', ring: null });
    expect(record.incident.location).toMatchObject({ label: 'Somewhere on Elm Street', approximate: true, understoodAs: 'words', lat: null, secret: true });
  });
});
