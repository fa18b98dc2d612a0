// People through the API: said, corrected with what was said before kept, suggested by likeness, linked and unlinked, and concealed from whom they are none of.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newId } from '../../server/database/transaction.ts';
import { linkPerson, raiseIncident, readIncident, restrictIncident } from '../../shared/protocol/incidents.ts';
import { describePerson, findAlike, matchPerson, readPersonHistory, relatePeople, unmatchPerson, unrelatePeople, type AlikePerson } from '../../shared/protocol/people.ts';
import { NOTHING_MORE } from '../../shared/protocol/person-more.ts';
import { aCall, known, made, startNight, type Night } from '../support/night.ts';
import { startTestServer, type Person, type TestServer } from '../support/server.ts';
import { expectLogToTellTheState } from '../support/verdict.ts';

let server: TestServer;
let night: Night;
beforeAll(async () => {
  server = await startTestServer();
  night = await startNight(server);
});
afterAll(() => server.stop());

type Said = { name: string | null; bornOn?: string | null; approximateAge?: number | null; isChild?: boolean; more?: Partial<typeof NOTHING_MORE> };
const somebody = ({ name, bornOn = null, approximateAge = null, isChild = true, more = {} }: Said) => ({ name, isChild, relation: 'person concerned', bornOn, approximateAge, more: { ...NOTHING_MORE, ...more } });

/** Answers the incident and the one person named on it. */
async function raisedAbout(said: Said, place = '3 Alder Row, Preston'): Promise<{ incidentId: string; personId: string }> {
  const incidentId = made(await night.coordinator.call(raiseIncident, aCall({ people: [somebody(said)], location: { label: place, lat: null, lon: null, secret: false } })), 'incidentId');
  return { incidentId, personId: known((await night.record(incidentId)).people[0]).personId };
}
const alike = (by: Person, said: { name: string | null; aliases?: string[]; bornOn?: string | null; approximateAge?: number | null; address?: string | null; notOf?: string | null; besides?: string }): Promise<AlikePerson[]> =>
  by.call(findAlike, { aliases: [], bornOn: null, approximateAge: null, address: null, notOf: null, ...said });
const restrict = (incidentId: string) => night.supervisor.call(restrictIncident, { incidentId, staffIds: [night.supervisor.staffId], reason: 'A colleague’s family' });

describe('what is known of a person', () => {
  test('is said, corrected and kept in versions with who and when; an older one is not written over', async () => {
    const { incidentId, personId } = await raisedAbout({ name: 'Hazel Plover', approximateAge: 8, more: { aliases: ['Haze'], language: 'Polish', interpreter: 'needed' } });
    const before = known((await night.record(incidentId)).people[0]);
    expect(before).toMatchObject({ age: 'about 8', more: { aliases: ['Haze'], language: 'Polish' } });

    const correction = { incidentId, personId, expectedFactsId: before.factsId, person: somebody({ name: 'Hazel Plover', bornOn: '2017-05-02', more: { contact: { ring: false, text: true, message: null, hours: null, answeredBy: 'her aunt' } } }), reason: 'The school rang back' };
    await night.socialWorker.refused(describePerson, correction);
    await night.edt.refused(describePerson, correction);
    await night.supervisor.call(describePerson, correction);
    const after = known((await night.record(incidentId)).people[0]);
    expect(after.said).toEqual({ name: 'Hazel Plover', bornOn: '2017-05-02', approximateAge: null });
    expect(await night.coordinator.refused(describePerson, { ...correction, person: somebody({ name: 'Hazel Dove' }) })).toBe('stale');

    const { versions } = await night.coordinator.call(readPersonHistory, { personId });
    expect(versions.map(({ by }) => by)).toEqual([night.supervisor.name, night.coordinator.name]);
    expect(known(versions[0]).says).toEqual(expect.arrayContaining(['not safe to ring', 'safe to text', 'contact: may be answered by her aunt'].map((text) => ({ about: 'contact', text }))));
    expect(known(versions[1]).says).toEqual(expect.arrayContaining([{ about: 'names', text: 'also known as Haze' }, { about: 'language', text: 'speaks Polish, interpreter needed' }]));
  });

  test('of somebody who is not on the incident nothing is changed', async () => {
    const [one, other] = [await raisedAbout({ name: 'Aspen Finch' }), await raisedAbout({ name: 'Elm Wren' })];
    expect(await night.coordinator.refused(describePerson, { incidentId: one.incidentId, personId: other.personId, expectedFactsId: null, person: somebody({ name: 'X' }), reason: null })).toBe('not-found');
  });

  test('who they are to each other is said once, and taken back', async () => {
    const { incidentId, personId } = await raisedAbout({ name: 'Maple Teal' });
    await night.coordinator.call(linkPerson, { incidentId, person: somebody({ name: 'Olive Teal', isChild: false }) });
    const toId = known((await night.record(incidentId)).people.find((one) => one.personId !== personId)).personId;
    const kinId = made(await night.coordinator.call(relatePeople, { incidentId, personId, toId, kind: 'sibling-of' }), 'kinId');
    expect(await night.coordinator.refused(relatePeople, { incidentId, personId: toId, toId: personId, kind: 'sibling-of' })).toBe('said-already');
    expect(await night.coordinator.refused(relatePeople, { incidentId, personId, toId: personId, kind: 'parent-of' })).toBe('person-is-itself');
    expect((await night.record(incidentId)).kin).toEqual([{ id: kinId, personId, toId, kind: 'sibling-of' }]);
    await night.coordinator.call(unrelatePeople, { incidentId, kinId });
    expect((await night.record(incidentId)).kin).toEqual([]);
  });
});

describe('people known already', () => {
  test('are suggested with the reasons in words: name, short form, alias, other way round, marks, date of birth, address', async () => {
    await raisedAbout({ name: 'Elizabeth Kittiwake', bornOn: '2012-04-09', more: { aliases: ['Bibi'] } }, '7 Rowan Court, Burnley');
    await raisedAbout({ name: 'Elizabeth Kittiwake', bornOn: '2012-04-09' }, '7 Rowan Court, Burnley');
    const first = async (...said: Parameters<typeof alike>) => known((await alike(...said))[0]).reasons;
    const { coordinator } = night;

    expect(await first(coordinator, { name: 'elizabeth kittiwake', bornOn: '2012-04-09', address: '7 Rowan Court, Burnley' })).toEqual(['same name', 'same date of birth', 'at this address twice']);
    expect(await first(coordinator, { name: 'Liz Kittiwake' })).toEqual(['a short form of the same name']);
    expect(await first(coordinator, { name: 'Kittiwake, Elizabeth' })).toEqual(['the same names the other way round']);
    expect(await first(coordinator, { name: 'Élizabeth Kittiwäke' })).toEqual(['same name']);
    expect(await first(coordinator, { name: 'Bibi' })).toEqual(['also known as Bibi']);
    expect(await first(coordinator, { name: 'Elisabet Kitiwake', bornOn: '2012-09-04' })).toEqual(['a name spelt alike', 'date of birth with day and month the other way round']);
    expect(await alike(coordinator, { name: 'Sorrel Bittern' })).toEqual([]);
    expect(await alike(coordinator, { name: '🙂', aliases: ['-'] })).toEqual([]);
  });

  test('a link says so, with who and why; history follows both; undone, it follows no more', async () => {
    const [then, now] = [await raisedAbout({ name: 'Cedar Lapwing' }), await raisedAbout({ name: 'Cedar Lapwing' })];
    const matchId = made(await night.coordinator.call(matchPerson, { ...now, otherId: then.personId, reason: 'The same school and the same aunt' }), 'matchId');
    expect(await night.supervisor.refused(matchPerson, { ...then, otherId: now.personId, reason: 'Again' })).toBe('said-already');
    expect(await night.supervisor.refused(matchPerson, { ...then, otherId: newId(), reason: 'Nobody' })).toBe('not-found');

    for (const { personId } of [then, now]) {
      const { incidents } = await night.supervisor.call(readPersonHistory, { personId });
      expect(incidents.map(({ incidentId }) => incidentId).toSorted()).toEqual([then.incidentId, now.incidentId].toSorted());
      expect(known(incidents.find((one) => one.personId !== personId))).toMatchObject({ ending: null, outcomes: [], owner: night.coordinator.name, match: { by: night.coordinator.name, reason: 'The same school and the same aunt' } });
    }
    // Linked already is suggested no more; to whoever asks about nobody in particular, both are.
    expect(await alike(night.supervisor, { name: 'Cedar Lapwing', besides: now.personId })).toEqual([]);
    expect(await alike(night.supervisor, { name: 'Cedar Lapwing' })).toHaveLength(2);
    await night.coordinator.call(unmatchPerson, { incidentId: now.incidentId, matchId, reason: 'Cousins' });
    expect((await night.supervisor.call(readPersonHistory, { personId: now.personId })).incidents).toHaveLength(1);
  });

  test('whoever may not see an incident is shown nobody of it: no suggestion, no link, no history, no line of a log', async () => {
    const [secret, open] = [await raisedAbout({ name: 'Juniper Redstart' }), await raisedAbout({ name: 'Juniper Redstart' })];
    await night.supervisor.call(matchPerson, { ...open, otherId: secret.personId, reason: 'The same child, by the photograph' });
    await restrict(secret.incidentId);

    const { supervisor, socialWorker } = night;
    // Not the owner, who is among those named.
    const coordinator = await server.person('coordinator', { name: 'Linnet Hornbeam' });
    expect((await alike(supervisor, { name: 'Juniper Redstart' })).map(({ incidentId }) => incidentId).toSorted()).toEqual([secret.incidentId, open.incidentId].toSorted());
    expect((await alike(coordinator, { name: 'Juniper Redstart' })).map(({ incidentId }) => incidentId)).toEqual([open.incidentId]);
    expect(await alike(socialWorker, { name: 'Juniper Redstart' })).toEqual([]);
    expect(await coordinator.refused(readPersonHistory, { personId: secret.personId })).toBe('not-found');
    expect((await coordinator.call(readPersonHistory, { personId: open.personId })).incidents.map(({ incidentId }) => incidentId)).toEqual([open.incidentId]);
    expect(await coordinator.refused(matchPerson, { ...open, otherId: secret.personId, reason: 'Guessing' })).toBe('not-found');
    const lines = async (by: Person) => (await by.call(readIncident, { incidentId: open.incidentId })).timeline.filter(({ name }) => name === 'person.matched').length;
    expect([await lines(supervisor), await lines(coordinator)]).toEqual([1, 0]);
  });

  test('a search leaves no name in the server’s log lines nor in its log of who looked', async () => {
    await alike(night.coordinator, { name: 'Sorrel Nightingale' });
    expect(server.logged()).not.toContain('Nightingale');
    expect(JSON.stringify(await server.db.query('SELECT * FROM access_log'))).not.toContain('Nightingale');
  });
});

test('the log, replayed, gives every row as it is stored', async () => {
  await expectLogToTellTheState(server.db, server.keys);
});
