// The pack of a case with everything in it: what is owed cannot be overlooked, what is not theirs is not in it, and a pack of an earlier day is still read.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import canonicalize from 'canonicalize';
import { newId } from '../../server/database/transaction.ts';
import { digestOf } from '../../server/events/keys.ts';
import { readHandover, rejectHandover } from '../../shared/protocol/handovers.ts';
import { addNote } from '../../shared/protocol/incidents.ts';
import { addRiskFact, recordInterview, recordSeenMissing, reportMissing } from '../../shared/protocol/missing.ts';
import { disputeLead, nameLead, tellCaller } from '../../shared/protocol/owed.ts';
import { matchPerson, relatePeople } from '../../shared/protocol/people.ts';
import { NOTHING_MORE } from '../../shared/protocol/person-more.ts';
import { aCall, known, startNight, type Night } from '../support/night.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

let server: TestServer;
let night: Night;
beforeAll(async () => {
  server = await startTestServer();
  night = await startNight(server);
});
afterAll(() => server.stop());

const INTERNAL = 'The desk thinks that the uncle knows more';
const child = {
  name: 'Hazel Plover', isChild: true, relation: 'child concerned', bornOn: null, approximateAge: 13,
  more: {
    ...NOTHING_MORE, contact: { ring: false, text: true, message: null, hours: null, answeredBy: 'her aunt' }, language: 'Polish', interpreter: 'needed' as const,
    consent: { decision: 'refused' as const, by: 'gillick' as const, name: null, scope: 'early help', capacity: null, at: null }, sharing: { basis: 'public-task' as const, why: 'Missing overnight', at: null },
  },
};
const brother = { name: 'Elm Plover', isChild: true, relation: 'brother', bornOn: null, approximateAge: 9 };
const mother = { name: 'Olive Plover', isChild: false, relation: 'mother', bornOn: null, approximateAge: null };

/** Two children missing, one back; a caller who waits, a dispute, a fresh look that an internal note asked for, and a link to a restricted case. */
async function caseWithEverything(): Promise<string> {
  const { coordinator: by, supervisor } = night;
  const secret = await night.raised(supervisor, aCall({ people: [{ ...child, name: 'Juniper Redstart' }] }));
  const incidentId = await night.graded(await night.raised(by, aCall({ people: [child, brother, mother], missingRisk: 'low' })));
  const before = await night.record(incidentId);
  const idOf = (name: string) => known(before.people.find((person) => person.name === name)).personId;
  await by.call(matchPerson, { incidentId, personId: idOf('Hazel Plover'), otherId: known((await night.record(secret, supervisor)).people[0]).personId, reason: 'Both say the same birthday' });
  await night.restricted(secret);
  await by.call(relatePeople, { incidentId, personId: idOf('Olive Plover'), toId: idOf('Hazel Plover'), kind: 'parent-of' });
  await by.call(addRiskFact, { missingId: known(before.missing[0]).id, fact: 'Has no inhaler with her', source: 'Her aunt', givenAt: null });
  await by.call(reportMissing, { incidentId, personId: idOf('Elm Plover'), risk: 'low', reason: 'Went to look for her' });
  const missingId = known((await night.record(incidentId)).missing.find(({ personId }) => personId === idOf('Elm Plover'))).id;
  await by.call(recordSeenMissing, { missingId, at: null, well: true, note: 'At the swings' });
  await by.call(recordInterview, { missingId, step: 'offered', who: 'Rowan, youth service', independent: false, note: null, carersView: null });
  await by.call(tellCaller, { incidentId, kind: 'call-back', said: 'We ring you before midnight' });
  await by.call(nameLead, { incidentId, leader: 'police', ground: 'risk', taken: null });
  const lead = known((await night.record(incidentId)).leads[0]);
  await by.call(disputeLead, { incidentId, leadId: lead.id, with: 'Insp Tawny', reason: 'She is thirteen and out in the cold' });
  await by.call(addNote, { incidentId, body: INTERNAL, internal: true, changesThings: true });
  return incidentId;
}

describe('the pack of a case with everything', () => {
  test('names each thing that is owed, who is missing, who leads, what the caller waits for, and what each person agreed to', async () => {
    const { handoverId } = await night.handedOver(night.north, await caseWithEverything());
    const { pack } = await night.northMember.call(readHandover, { handoverId });

    const owed = pack.outstanding.map((line) => line.replace(/(Mon|Tue|Wed|Thu|Fri|Sat|Sun) \d+ \w{3} [\d:]{5}( BST| GMT)?/g, '…'));
    expect(owed).toEqual([
      'Find Hazel Plover, about 13: missing since …, low risk, not found', 'Who leads is disputed with Insp Tawny: an answer is due by …', 'Call the caller back by …: “We ring you before midnight”',
      'Assess the risk afresh by …: a note that changes things', 'Return interview with Elm Plover, about 9, by somebody independent, by …: offered once', 'Police prevention interview with Elm Plover, about 9: not recorded yet',
    ]);
    expect(pack.missing).toMatchObject([
      { name: 'Hazel Plover', standing: 'is missing, low risk', confirmed: false, lines: expect.arrayContaining([expect.stringContaining('Has no inhaler with her · Her aunt')]) },
      { name: 'Elm Plover', standing: 'is back; a return interview is owed', confirmed: true, lines: expect.arrayContaining([expect.stringContaining('At the swings')]) },
    ]);
    expect(pack).toMatchObject({ lead: expect.stringContaining('Asked to lead: police'), dispute: expect.stringContaining('Insp Tawny'), told: [{ what: 'we call back', said: 'We ring you before midnight', inDoubt: false }] });
    expect(pack.people).toMatchObject([
      { name: 'Hazel Plover', kin: ['child of Olive Plover'], consent: expect.stringContaining('consent to a service refused'), sharing: expect.stringContaining('a public task: safeguarding') },
      { name: 'Elm Plover', kin: [], consent: 'consent to a service not asked', sharing: 'no lawful basis for sharing recorded for them' },
      { name: 'Olive Plover', kin: ['parent of Hazel Plover'] },
    ]);
    expect(known(pack.people[0]).known).toEqual(expect.arrayContaining([{ text: 'not safe to ring', urgent: true }, { text: 'speaks Polish, interpreter needed', urgent: true }]));
    expect(JSON.stringify(pack)).not.toMatch(new RegExp([INTERNAL, 'Redstart', 'the same birthday', 'same person'].join('|')));
  });

  test('is there for the team that it was sent to and for nobody who has nothing to do with it', async () => {
    const { handoverId } = await night.handedOver(night.north, await caseWithEverything());
    expect((await night.northMember.raw('GET', `/api/handovers/${handoverId}`)).status).toBe(200);
    expect(await night.southMember.raw('GET', `/api/handovers/${handoverId}`)).toEqual(await night.southMember.raw('GET', `/api/handovers/${newId()}`));
    for (const person of [night.constable, night.administrator, night.auditor, night.analyst]) expect((await person.raw('GET', `/api/handovers/${handoverId}`)).status).toBe(403);
  });
});

test('a pack of an earlier day is read with what it had, and sent on with the digest that it was sent with', async () => {
  const { handoverId } = await night.handedOver();
  const [row] = await server.db.query<{ incident_id: string; body: Record<string, unknown> & { people: Record<string, unknown>[] } }[]>('SELECT p.incident_id, p.body FROM handover h JOIN handover_pack p ON p.id = h.pack_id WHERE h.id = $1', [handoverId]);
  const { missing: _missing, told: _told, lead: _lead, dispute: _dispute, ...body } = known(row).body;
  const old = { ...body, people: body.people.map(({ kin: _kin, known: _known, consent: _consent, sharing: _sharing, ...person }) => person) };
  const packId = newId();
  await server.db.query('INSERT INTO handover_pack (id, incident_id, body) VALUES ($1, $2, $3)', [packId, known(row).incident_id, JSON.stringify(old)]);
  await server.db.query('UPDATE handover SET pack_id = $2 WHERE id = $1', [handoverId, packId]);

  const { pack } = await night.northMember.call(readHandover, { handoverId });
  expect(pack).toMatchObject({ ...old, missing: [], told: [], lead: null, dispute: null });
  expect(known(pack.people[0])).toMatchObject({ kin: [], known: [], consent: null, sharing: null });

  await night.northMember.call(rejectHandover, { handoverId, reason: 'Theirs', rightTeamId: night.south });
  const [sentOn] = await server.db.query<{ payload: { packDigest: string } }[]>("SELECT payload FROM event WHERE incident_id = $1 AND name = 'handover.sent' ORDER BY seq DESC LIMIT 1", [known(row).incident_id]);
  expect(known(sentOn).payload.packDigest).toBe(digestOf(server.keys, packId, canonicalize(old) ?? ''));
});
