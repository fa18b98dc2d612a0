// What stands beside a call while it is taken: found by number, door and likeness, and never a word or a count of what is not the viewer's to see.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { wallNow } from '../../server/clock/clock.ts';
import { newId } from '../../server/database/transaction.ts';
import { plusMinutes } from '../../shared/domain/instant.ts';
import { readAccessLog } from '../../shared/protocol/admin.ts';
import { strikeOutCheck, typeCheckAnswer } from '../../shared/protocol/checks.ts';
import { addCall, lookUpCall, type CallLookups } from '../../shared/protocol/call-lookups.ts';
import { lodgeOvernightNote } from '../../shared/protocol/handovers.ts';
import { assessIncident, endIncident, gradeIncident, raiseIncident, readIncident, recordWarning } from '../../shared/protocol/incidents.ts';
import { matchPerson } from '../../shared/protocol/people.ts';
import type { CallOf } from '../../shared/protocol/route.ts';
import { aCall, known, made, startNight, type Night, type OnDuty } from '../support/night.ts';
import { startTestServer, type Person, type TestServer } from '../support/server.ts';

let server: TestServer;
let night: Night;
let other: OnDuty;
beforeAll(async () => {
  server = await startTestServer();
  night = await startNight(server);
  other = { ...await server.person('coordinator', { name: 'Linnet Blackthorn' }), dutyId: '' };
});
afterAll(() => server.stop());

type Asked = Partial<Omit<CallOf<typeof lookUpCall>, 'callId'>>;
const ask = (by: Person, asked: Asked): Promise<CallLookups> => by.call(lookUpCall, { callId: newId(), number: null, address: null, people: [], words: null, ...asked });
const idsOf = (lookups: CallLookups): Set<string> => new Set([...lookups.number?.earlier ?? [], ...lookups.alike].map(({ incident }) => incident.id).concat((lookups.address?.incidents ?? []).map(({ id }) => id)));

// Each test has a door, a number and people of its own.
let nth = 0;
let door: { label: string; lat: number; lon: number };
let phone: string;
beforeEach(() => {
  nth += 1;
  door = { label: `${nth}4 Quayside Street, Fleetwood`, lat: 53.7 + nth * 0.01, lon: -2.91 };
  phone = `07700 900 ${100 + nth}`;
});
const here = (change: Parameters<typeof aCall>[0] = {}) => ({ location: { ...door, secret: false }, summary: 'Reported there', people: [], caller: { name: 'Caller Alder', agency: null, phone, reference: null }, ...change });
const settled = async (incidentId: string): Promise<string> => {
  await night.coordinator.call(endIncident, { incidentId, expectedVersion: (await night.record(incidentId)).version, ending: 'settled', reason: 'Settled', callerTold: null, duplicateOfId: null });
  return incidentId;
};
const typed = (): Asked => ({ number: phone.replace(/^0/, '+44 ').replaceAll(' 900', '900'), address: { label: door.label.toUpperCase().replace('STREET', 'St.'), lat: null, lon: null } });

describe('what is known already', () => {
  test('earlier calls from the number, however it is typed, with what became of them', async () => {
    const incidentId = await settled(await night.raised(night.coordinator, here()));
    const { number } = await ask(night.coordinator, { number: `+44 ${phone.slice(1)}` });
    expect(number).toMatchObject({ read: expect.stringContaining('07700'), more: false, earlier: [{ who: 'Caller Alder', incident: { id: incidentId, open: false, ending: 'settled', heading: 'Reported there' } }] });
    expect((await ask(night.coordinator, { number: '12' })).number).toEqual({ read: null, earlier: [], more: false });
  });

  test('the history of the door by its words, and by a pin beside it; not of the house next door or of another town', async () => {
    const incidentId = await night.raised(night.coordinator, here());
    await night.raised(night.coordinator, here({ location: { ...door, label: `${nth}6 Quayside Street`, secret: false } }));
    await night.raised(night.coordinator, here({ location: { ...door, lat: 53.5, secret: false } }));
    const found = async (address: { label: string; lat: number | null; lon: number | null }) => (await ask(night.coordinator, { address })).address?.incidents.map(({ id }) => id);
    expect(await found({ label: `${nth}4 quayside st`, lat: door.lat, lon: door.lon })).toEqual([incidentId]);
    expect(await found({ label: 'Yard behind', lat: door.lat + 0.0002, lon: door.lon + 0.0002 })).toContain(incidentId);
    expect(await found({ label: 'Fleetwood', lat: null, lon: null })).toBeUndefined();
  });

  test('a third concern within seven days; an event told twice counts once', async () => {
    const [first] = [await night.raised(night.coordinator, here()), await night.raised(night.coordinator, here())];
    expect((await ask(night.coordinator, typed())).address?.concern).toBe(3);
    await night.raised(night.coordinator, { ...here(), alike: { sameAsId: first, otherThanIds: [] } });
    expect((await ask(night.coordinator, typed())).address?.concern).toBe(3);
  });

  test('more than is shown is said', async () => {
    for (let times = 0; times < 6; times += 1) await night.raised(night.coordinator, here());
    const { address, number } = await ask(night.coordinator, typed());
    expect([address?.incidents.length, address?.more, number?.earlier.length, number?.more]).toEqual([5, true, 5, true]);
  });

  test('staff-safety warnings of the door, however long ago, with source, approver and review', async () => {
    const incidentId = await night.raised(night.coordinator, here());
    await night.supervisor.call(recordWarning, { incidentId, kind: 'weapons', source: 'Seen by the crew', reviewAt: plusMinutes(wallNow(), 60) });
    await server.db.query("UPDATE warning SET review_at = now() - interval '1 day' WHERE incident_id = $1", [incidentId]);
    expect((await ask(night.coordinator, typed())).warnings).toMatchObject([{ kind: 'weapons', source: 'Seen by the crew', approvedBy: night.supervisor.name, reviewDue: true, about: 'address' }]);
  });

  test('whom there is to ask, and what a source once knew of the door or of somebody there, without what it said; struck out, or at another door, it is nothing', async () => {
    const incidentId = await night.raised(night.coordinator, { ...here(), people: aCall().people });
    const personId = known((await night.record(incidentId)).people[0]).personId;
    const answer = (about: string | null, source: string, result: 'found' | 'nothing-recorded') => night.coordinator.call(typeCheckAnswer, { incidentId, personId: about, source, result, answeredBy: 'Desk officer Rook', words: 'Large dog in the yard' });
    await answer(null, 'police', 'found');
    await answer(personId, 'mash', 'found');
    await answer(null, 'health', 'nothing-recorded');
    const { checks } = await ask(night.coordinator, typed());
    expect(checks.sources).toContain('Care Connect');
    expect(checks.found.map(({ source, whom }) => `${source}: ${whom ?? 'address'}`).toSorted()).toEqual(['MASH: Juniper Quillfeather', 'police: address']);
    expect(JSON.stringify(checks)).not.toContain('Large dog');
    await night.coordinator.call(strikeOutCheck, { incidentId, checkId: known(checks.found.find(({ source }) => source === 'police')).id, reason: 'Another street' });
    expect((await ask(night.coordinator, typed())).checks.found).toMatchObject([{ source: 'MASH' }]);
    expect((await ask(night.coordinator, { address: { ...door, label: `${nth}6 Quayside Street, Fleetwood` } })).checks.found).toEqual([]);
  });

  test('open incidents that may be the same, with why; closed ones are history', async () => {
    const open = await night.raised(night.coordinator, here({ summary: 'Infant heard through the wall beside the laundrette' }));
    const { alike } = await ask(night.coordinator, { ...typed(), words: 'Laundrette owner heard an infant' });
    expect(alike[0]).toMatchObject({ incident: { id: open }, reasons: ['the same number rang', 'the same address', 'words in common: infant, laundrette'] });
    await settled(open);
    expect((await ask(night.coordinator, typed())).alike).toEqual([]);
  });

  test('where those named were named before, with why and never as certain: their warnings and their third concern, and what a link says', async () => {
    const child = { name: `Sorrel Kestrel${'aeiouxyz'[nth % 8]}`, isChild: true, relation: 'child concerned', bornOn: '2014-05-06', approximateAge: null };
    const elsewhere = (n: number) => ({ ...here({ people: [child] }), location: { label: `${n} Brook Lane, Nelson`, lat: null, lon: null, secret: false } });
    const [first, second] = [await night.raised(night.coordinator, elsewhere(nth * 10 + 1)), await night.raised(night.coordinator, elsewhere(nth * 10 + 2))];
    await night.supervisor.call(recordWarning, { incidentId: first, kind: 'dangerous-animal', source: 'Bitten there', reviewAt: plusMinutes(wallNow(), 600) });
    const asked = { people: [{ name: child.name.toUpperCase(), bornOn: child.bornOn, approximateAge: null }] };

    const { people: [found], warnings } = await ask(night.coordinator, asked);
    expect(found).toMatchObject({ said: child.name.toUpperCase(), concern: 3, more: false });
    expect(found?.incidents.map(({ incident, as, reasons }) => [incident.id, as, reasons])).toEqual([second, first].map((id) => [id, child.name, ['same name', 'same date of birth']]));
    expect(warnings).toMatchObject([{ about: 'person', whom: `perhaps ${child.name}: same name, same date of birth`, source: 'Bitten there' }]);
    expect((await ask(night.coordinator, { people: [{ ...known(asked.people[0]), bornOn: '1950-01-01' }] })).people).toEqual([]);

    // By a link, under another name; and not where the link leads to what is not theirs.
    const aside = await night.raised(night.coordinator, here({ people: [{ ...child, name: 'Fern Bunting', bornOn: null }], location: null }));
    const [mine, theirs] = [known((await night.record(second)).people[0]).personId, known((await night.record(aside)).people[0]).personId];
    await night.coordinator.call(matchPerson, { incidentId: second, personId: mine, otherId: theirs, reason: 'Her mother says so' });
    const linked = async (by: Person) => (await ask(by, asked)).people[0]?.incidents.find(({ incident }) => incident.id === aside)?.reasons;
    expect(await linked(night.coordinator)).toEqual([`said by ${night.coordinator.name} to be the same person`]);
    for (const id of [aside, first]) await night.restricted(id);
    expect(await linked(other)).toBeUndefined();
    expect(await ask(other, asked)).toMatchObject({ people: [{ concern: 2, incidents: [{ incident: { id: second } }] }], warnings: [] });
  });

  test('an overnight note that matches, to whoever takes the call; none that does not', async () => {
    await night.northMember.call(lodgeOvernightNote, { receivingTeamId: night.north, about: 'Sparrow Hazelwood', place: null, phone, body: 'May ring', plan: 'Listen, then ring the carer', expiresAt: plusMinutes(wallNow(), 600) });
    for (const person of [night.coordinator, night.edt]) {
      expect((await ask(person, { number: phone })).notes).toMatchObject([{ note: { about: 'Sparrow Hazelwood' }, by: ['phone'] }]);
      expect((await ask(person, { words: 'Somebody else' })).notes).toEqual([]);
    }
  });
});

describe('what is not the viewer’s to see', () => {
  test('a restricted incident is in no part of the answer, nor in a count', async () => {
    const ids = [await night.graded(await night.raised(night.coordinator, here())), await night.graded(await night.raised(night.coordinator, here()))];
    await night.supervisor.call(recordWarning, { incidentId: known(ids[0]), kind: 'violence', source: 'On record', reviewAt: plusMinutes(wallNow(), 600) });
    await night.coordinator.call(typeCheckAnswer, { incidentId: known(ids[0]), personId: null, source: 'police', result: 'found', answeredBy: 'Desk officer Rook', words: 'Known there' });
    for (const person of [night.coordinator, other, night.edt]) expect(await ask(person, typed())).toMatchObject({ address: { concern: 3 }, warnings: [{ kind: 'violence' }], checks: { found: [{ source: 'police' }] }, number: { earlier: [{}, {}] } });
    for (const id of ids) await night.restricted(id);
    for (const person of [other, night.edt]) {
      const nothing = await ask(person, typed());
      expect(nothing).toEqual({ number: { read: expect.any(String), earlier: [], more: false }, address: { incidents: [], more: false, concern: 1 }, alike: [], people: [], warnings: [], checks: { sources: expect.any(Array), found: [] }, notes: [] });
    }
    expect(idsOf(await ask(night.coordinator, typed()))).toEqual(new Set(ids));
  });

  test('the EDT desk sees nothing of what nobody has graded yet', async () => {
    const incidentId = await night.raised(night.coordinator, here());
    expect(idsOf(await ask(night.edt, typed()))).toEqual(new Set());
    expect((await ask(night.edt, typed())).address?.concern).toBe(1);
    await night.coordinator.call(gradeIncident, { incidentId, expectedVersion: (await night.record(incidentId)).version, to: 3, rationale: 'As proposed' });
    expect(idsOf(await ask(night.edt, typed()))).toEqual(new Set([incidentId]));
  });

  test('nobody else looks up at all', async () => {
    for (const person of [night.constable, night.northMember, night.administrator, night.auditor, night.analyst]) {
      expect(await person.refused(lookUpCall, { callId: newId(), number: phone, address: null, people: [], words: null })).toBe('not-your-role');
    }
  });

  test('one call is one look-up in the log of accesses, without what was looked for', async () => {
    const callId = newId();
    for (const words of ['Inf', 'Infant', 'Infant heard']) await other.call(lookUpCall, { callId, number: phone, address: null, people: [], words });
    const lines = (await night.auditor.call(readAccessLog, {})).filter(({ entityId }) => entityId === callId);
    expect(lines).toMatchObject([{ action: 'lookup', entity: 'call', by: other.name, purpose: null }]);
    expect(server.logged()).not.toContain(phone);
  });
});

describe('add it to one that is open', () => {
  const further = () => ({ door: 'public' as const, reportedAt: plusMinutes(wallNow(), -1), caller: { name: 'Second Caller', agency: null, phone, reference: 'R2' }, said: 'Still crying, lights are off now' });

  test('a second call and its words on the log; the report time stands, a fresh assessment is asked for once, and what this caller was told is a promise', async () => {
    const incidentId = await night.raised(night.coordinator, here());
    const before = await night.record(incidentId);
    await night.coordinator.call(addCall, { incidentId, ...further(), told: { kind: 'call-back', said: 'Within the half hour' } });
    const record = await night.coordinator.call(readIncident, { incidentId });
    expect(record.incident).toMatchObject({ reportedAt: before.reportedAt, dueAt: before.dueAt, reassessments: [{ cause: 'call', endedAt: null }], promises: [{ kind: 'call-back', said: 'Within the half hour', state: 'standing' }] });
    expect(record.calls).toMatchObject([{ name: 'Caller Alder' }, { name: 'Second Caller', door: 'public', reference: 'R2', takenBy: night.coordinator.name }]);
    expect(record.timeline).toContainEqual(expect.objectContaining({ sentence: 'Called again: Member of the public', note: further().said }));
    await night.coordinator.call(addCall, { incidentId, ...further() });
    expect((await night.record(incidentId)).reassessments).toHaveLength(1);
    expect((await ask(night.coordinator, { number: phone })).number?.earlier.map(({ who }) => who)).toEqual(['Second Caller', 'Second Caller', 'Caller Alder']);
  });

  test('sent twice it is one call; from the future, to a closed one or to what is not yours it is refused', async () => {
    const incidentId = await night.raised(night.coordinator, here());
    const commandId = newId();
    for (let times = 0; times < 2; times += 1) await night.coordinator.call(addCall, { incidentId, ...further(), reportedAt: '2026-11-20T20:00:00.000Z', commandId });
    expect((await night.coordinator.call(readIncident, { incidentId })).calls).toHaveLength(2);
    expect(await night.coordinator.refused(addCall, { incidentId, ...further(), reportedAt: plusMinutes(wallNow(), 9) })).toBe('reported-in-future');
    expect(await night.edt.refused(addCall, { incidentId, ...further() })).toBe('not-found');
    // What was new in it is looked at before anything ends.
    const { flags, missingRisk, answers } = await night.record(incidentId);
    await night.coordinator.call(assessIncident, { incidentId, flags, missingRisk, answers });
    await settled(incidentId);
    expect(await night.coordinator.refused(addCall, { incidentId, ...further() })).toBe('incident-closed');
  });
});

describe('decided while it was taken', () => {
  test('another: on the log of the new one, without saying which', async () => {
    const looked = await night.raised(night.coordinator, here());
    const incidentId = made(await night.coordinator.call(raiseIncident, { ...aCall(here()), alike: { sameAsId: null, otherThanIds: [looked] } }), 'incidentId');
    const { timeline } = await night.coordinator.call(readIncident, { incidentId });
    expect(timeline.map(({ sentence }) => sentence)).toContain('Compared with an open incident while it was taken, and said to be another');
    expect(JSON.stringify(timeline)).not.toContain(looked);
  });

  test('the same: closed as a duplicate at once; an unattended Grade 2 waits for a second person', async () => {
    const first = await night.raised(night.coordinator, here());
    const alike = { sameAsId: first, otherThanIds: [] };
    expect(await night.record(await night.raised(night.coordinator, { ...here(), alike }))).toMatchObject({ state: 'closed', ending: 'duplicate', duplicateOfId: first });
    expect(await night.record(await night.raised(night.coordinator, { ...here(), alike, missingRisk: 'high' }))).toMatchObject({ state: 'open', requests: [{ kind: 'end', state: 'waiting' }] });
  });

  test('what is not theirs is not there to be linked with, and does not keep a call from being saved', async () => {
    const hidden = await night.restricted(await night.raised(night.coordinator, here()));
    const raise = (alike: { sameAsId: string | null; otherThanIds: string[] }) => ({ ...aCall(here()), alike });
    expect(await night.edt.refused(raiseIncident, raise({ sameAsId: hidden, otherThanIds: [] }))).toBe('not-found');
    expect(await night.constable.refused(raiseIncident, raise({ sameAsId: await night.raised(night.constable, here()), otherThanIds: [] }))).toBe('not-your-role');
    const incidentId = made(await night.edt.call(raiseIncident, raise({ sameAsId: null, otherThanIds: [hidden] })), 'incidentId');
    expect((await night.edt.call(readIncident, { incidentId })).timeline.map(({ name }) => name)).not.toContain('incident.toldApart');
  });
});
