// Calls from other systems: taken once for each reference, owned by somebody, told to nobody who may not know, and the key’s whole life.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { wallNow } from '../../server/clock/clock.ts';
import { systemFrom } from '../../server/identity/system-key.ts';
import { plusMinutes } from '../../shared/domain/instant.ts';
import { readLog } from '../../shared/protocol/admin.ts';
import { bookOff, bookOn } from '../../shared/protocol/duties.ts';
import { endIncident, gradeIncident, readIncident, restrictIncident } from '../../shared/protocol/incidents.ts';
import type { Route } from '../../shared/protocol/route.ts';
import { ROUTES } from '../../shared/protocol/routes.ts';
import { listSystems, makeSystemKey, revokeSystemKey } from '../../shared/protocol/systems.ts';
import { mutations } from '../support/hostile-input.ts';
import { outsideCall, outsideSystem, SAID_OUTSIDE, type OutsideSystem } from '../support/outside.ts';
import { expectLogToTellTheState } from '../support/verdict.ts';
import { startTestServer, type Answer, type Person, type TestServer } from '../support/server.ts';

let server: TestServer;
let [administrator, coordinator, supervisor, edt, auditor]: Person[] = [];
let ward: OutsideSystem;
beforeAll(async () => {
  server = await startTestServer({ settings: { CALLS_PER_MINUTE: '100000' } });
  [administrator, coordinator, supervisor, edt, auditor] = [await server.person('administrator'), await server.person('coordinator', { name: 'Hazel Wren' }), await server.person('supervisor'), await server.person('edt'), await server.person('auditor')];
  ward = await outsideSystem(server, the(administrator), 'Ward gateway');
});
afterAll(() => server.stop());

const the = (person: Person | undefined): Person => { if (person === undefined) throw new Error('nobody'); return person; };
const field = (answer: Answer, name: string): string => String(Reflect.get(Object(answer.body), name));
const incidentOf = async (reference: unknown): Promise<{ id: string; ownerId: string; organisationId: string }> => {
  const [row] = await server.db.query<{ id: string; ownerId: string; organisationId: string }[]>('SELECT i.id, i.owner_id AS "ownerId", i.owner_organisation_id AS "organisationId" FROM outside_call c JOIN incident i ON i.id = c.incident_id WHERE c.reference = $1', [reference]);
  if (row === undefined) throw new Error('it was not taken');
  return row;
};
const count = async (table: string): Promise<number> => (await server.db.query<{ n: number }[]>(`SELECT count(*) AS n FROM ${table}`))[0]?.n ?? 0;
const end = async (incidentId: string): Promise<void> => {
  const { incident } = await the(coordinator).call(readIncident, { incidentId });
  await the(coordinator).call(endIncident, { incidentId, expectedVersion: incident.version, ending: 'settled', reason: 'Settled on the phone', callerTold: 'That nobody comes tonight', duplicateOfId: null });
};

describe('with nobody on duty', () => {
  test('a call waits under its system’s name, and whoever books on in control takes it; of two at once, no call is passed by', async () => {
    const first = outsideCall({ answers: { adviceEnough: true }, flags: [] });
    expect(await ward.send(first)).toMatchObject({ status: 200 });
    expect((await incidentOf(first['reference'])).ownerId).toBe(ward.id);

    const others = Array.from({ length: 12 }, () => outsideCall({ answers: { adviceEnough: true }, flags: [] }));
    const [, booked] = await Promise.all([Promise.all(others.map((call) => ward.send(call))), the(coordinator).call(bookOn, { seat: 'control', teamId: null })]);
    const owners = await Promise.all([first, ...others].map(async (call) => (await incidentOf(call['reference'])).ownerId));
    expect(new Set(owners)).toEqual(new Set([the(coordinator).staffId]));

    const { id } = await incidentOf(first['reference']);
    const { incident, timeline } = await the(coordinator).call(readIncident, { incidentId: id });
    expect(timeline.map(({ name, by, organisation }) => [name, by, organisation])).toEqual([
      ['incident.raised', 'Ward gateway', 'Royal Plover Hospital'], ['person.linked', 'Ward gateway', 'Royal Plover Hospital'], ['incident.ownerChanged', 'Hazel Wren', 'County Council'],
    ]);
    expect(incident.owner).toMatchObject({ name: 'Hazel Wren', onDuty: true });
    for (const call of [first, ...others]) await end((await incidentOf(call['reference'])).id);
    await the(coordinator).call(bookOff, { dutyId: booked.ids.dutyId ?? '' });
  });

  test('whoever books on elsewhere takes nothing, nor what is concealed', async () => {
    const [open, concealed] = [outsideCall(), outsideCall()];
    for (const call of [open, concealed]) await ward.send(call);
    await the(supervisor).call(restrictIncident, { incidentId: (await incidentOf(concealed['reference'])).id, staffIds: [the(supervisor).staffId], reason: 'Staff family' });
    const responder = await server.person('responder', { profession: 'constable' });
    await responder.call(bookOn, { seat: 'responder', teamId: null });
    expect((await incidentOf(open['reference'])).ownerId).toBe(ward.id);
    await the(edt).call(bookOn, { seat: 'edt', teamId: null });
    expect((await incidentOf(open['reference'])).ownerId).toBe(the(edt).staffId);
    expect((await incidentOf(concealed['reference'])).ownerId).not.toBe(the(edt).staffId);
    expect(await the(edt).refused(readIncident, { incidentId: (await incidentOf(concealed['reference'])).id })).toBe('not-found');
  });
});

describe('with somebody in control', () => {
  beforeAll(async () => { await the(coordinator).call(bookOn, { seat: 'control', teamId: null }); });

  test('is raised ungraded with everything that was said, and belongs to control', async () => {
    const call = outsideCall({ reportedAt: plusMinutes(wallNow(), -90) });
    const answer = await ward.send(call);
    expect(answer).toMatchObject({ status: 200, body: { reference: call['reference'], ourReference: expect.stringMatching(/^EAR-\d{4}-\d{4}$/) } });
    const { incident, caller } = await the(coordinator).call(readIncident, { incidentId: (await incidentOf(call['reference'])).id });
    expect(incident).toMatchObject({
      ref: field(answer, 'ourReference'), door: 'hospital', reportedAt: call['reportedAt'], gradedAt: null, grade: incident.proposedGrade, summary: SAID_OUTSIDE.summary, flags: ['vulnerable-child'], raisedBy: { name: 'Ward gateway' }, cameBy: 'Ward gateway',
      owner: { staffId: the(coordinator).staffId }, location: { label: `${SAID_OUTSIDE.words}, PR1 8XJ`, secret: false }, people: [{ name: SAID_OUTSIDE.child, isChild: true, age: 'about 7' }], answers: { hurt: true, crime: null },
    });
    expect(incident.location?.lat).toBeCloseTo(53.759, 2);
    expect(caller).toMatchObject({ name: SAID_OUTSIDE.caller, agency: 'Royal Plover', phone: SAID_OUTSIDE.phone, reference: call['reference'] });
  });

  test('twenty at once under one reference are one incident and one answer', async () => {
    const [call, before] = [outsideCall(), await count('incident')];
    const answers = await Promise.all(Array.from({ length: 20 }, () => ward.send(call)));
    expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toEqual(new Set([JSON.stringify(answers[0])]));
    expect(answers[0]?.status).toBe(200);
    expect(await count('incident')).toBe(before + 1);
  });

  test('other contents under the same reference are refused, and the first stand', async () => {
    const call = outsideCall();
    const first = await ward.send(call);
    expect(await ward.send({ ...call, summary: 'Another matter' })).toMatchObject({ status: 409, body: { code: 'reference-reused' } });
    // The same said in another order, with nothing where nothing was, is the same.
    const { summary, ...rest } = call;
    expect(await ward.send({ missingRisk: null, summary, ...rest })).toEqual(first);
    const other = await outsideSystem(server, the(administrator), 'School line', 'school');
    const theirs = await other.send(call);
    expect(theirs).toMatchObject({ status: 200 });
    expect(field(theirs, 'ourReference')).not.toBe(field(first, 'ourReference'));
  });

  test('what was refused is taken under its reference once it is mended', async () => {
    const call = outsideCall({ reportedAt: plusMinutes(wallNow(), 60) });
    expect(await ward.send(call)).toMatchObject({ status: 422, body: { code: 'reported-in-future' } });
    expect(await ward.send({ ...call, reportedAt: '2020-01-01T00:00:00Z' })).toMatchObject({ status: 422, body: { code: 'reported-too-long-ago' } });
    // A clock a minute ahead of ours loses nobody’s call.
    expect(await ward.send({ ...call, reportedAt: plusMinutes(wallNow(), 1) })).toMatchObject({ status: 200 });
  });

  test('says what became of it in a word, and never more of what is concealed', async () => {
    const call = outsideCall({ answers: { adviceEnough: true }, flags: [] });
    await ward.send(call);
    const reference = String(call['reference']);
    const { id: incidentId } = await incidentOf(reference);
    expect(await ward.state(reference)).toEqual({ status: 200, body: { reference, state: 'received' } });
    const { incident } = await the(coordinator).call(readIncident, { incidentId });
    await the(coordinator).call(gradeIncident, { incidentId, expectedVersion: incident.version, to: incident.grade, rationale: null });
    expect(await ward.state(reference)).toEqual({ status: 200, body: { reference, state: 'being-worked' } });
    await end(incidentId);
    expect(await ward.state(reference)).toEqual({ status: 200, body: { reference, state: 'ended' } });
    await the(supervisor).call(restrictIncident, { incidentId, staffIds: [the(supervisor).staffId], reason: 'Staff family' });
    expect(await ward.state(reference)).toEqual({ status: 200, body: { reference, state: 'received' } });

    const other = await outsideSystem(server, the(administrator), 'Home line', 'childrens-home');
    expect(await other.state(reference)).toMatchObject({ status: 404, body: { code: 'not-found' } });
    expect(await ward.state('W-none')).toMatchObject({ status: 404 });
    expect(await ward.state("x'; DROP TABLE event")).toMatchObject({ status: 404 });
  });

  test('shows at once to control, and to nobody who may not see it', async () => {
    const day = await server.person('receiving-team', { receivingTeamId: await server.receivingTeam('Plover day team') });
    const [control, ...none] = await Promise.all([the(coordinator), day, the(administrator), the(auditor)].map((person) => person.socket()));
    const heard = new Map<unknown, string>();
    for (const socket of [control, ...none]) socket?.onAny((...message) => heard.set(socket, `${heard.get(socket) ?? ''}${JSON.stringify(message)}`));
    const call = outsideCall({ summary: 'Fledgling found on the towpath' });
    await ward.send(call);
    const deadline = Date.now() + 5_000;
    while (!(heard.get(control) ?? '').includes('Fledgling') && Date.now() < deadline) await new Promise((resolve) => { setTimeout(resolve, 20); });
    expect(heard.get(control)).toContain('Fledgling');
    await new Promise((resolve) => { setTimeout(resolve, 2_200); });
    for (const socket of none) expect(heard.get(socket) ?? '').not.toMatch(/Fledgling|Sparrow|Plover Lane/);
  });
});

describe('a key', () => {
  const tried = async (authorization: string | undefined, route: Route | undefined = ROUTES.get('sendCall')): Promise<{ status: number; body: string; names: string[] }> => {
    const response = await fetch(`${server.url}/api${route?.path.replace(':reference', 'W-1') ?? ''}`, {
      method: route?.method ?? 'POST', headers: { ...(authorization === undefined ? {} : { authorization }), 'content-type': 'application/json' }, ...(route?.method === 'GET' ? {} : { body: JSON.stringify(outsideCall()) }),
    });
    return { status: response.status, body: await response.text(), names: [...response.headers.keys()].toSorted() };
  };

  test('that is none, another’s, half or revoked gets one answer, and nothing is taken', async () => {
    const gone = await outsideSystem(server, the(administrator), 'Old gateway');
    const call = outsideCall();
    expect(await gone.send(call)).toMatchObject({ status: 200 });
    const before = await count('incident');
    await the(administrator).call(revokeSystemKey, { keyId: gone.keyId });
    const [word, id, secret] = ward.key.split('.');
    const wrong = [undefined, '', 'Bearer', `Basic ${ward.key}`, ward.key, `Bearer ${word}.${id}`, `Bearer ${word}.${id}.${secret?.slice(1)}A`, `Bearer ${word}.${'0'.repeat(32)}.${secret}`, `Bearer ${gone.key}`, `Bearer ${ward.key}x`,
      `Bearer ${gone.key.split('.').with(2, secret ?? '').join('.')}`, `Bearer ${'x'.repeat(6_000)}`, "Bearer nightjar.' OR 1=1 --"];
    const answers = [...await Promise.all(wrong.map((one) => tried(one))), ...await Promise.all(wrong.map((one) => tried(one, ROUTES.get('readCallState'))))];
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]).toMatchObject({ status: 401, names: expect.arrayContaining(['www-authenticate']) });
    expect(answers[0]?.body).toContain('wrong-key');
    expect(await count('incident')).toBe(before);
  });

  test('opens the two routes for systems and none that a session opens; a session opens neither', async () => {
    for (const [, route] of ROUTES) {
      if (route.may === 'system' || route.may === 'anyone') continue;
      const path = `/api${route.path.replace(/:\w+/g, crypto.randomUUID())}`;
      const { status } = await fetch(`${server.url}${path}`, { method: route.method, headers: { authorization: `Bearer ${ward.key}`, 'content-type': 'application/json' }, ...(route.method === 'GET' ? {} : { body: '{}' }) });
      expect({ path, status }).toEqual({ path, status: 401 });
    }
    expect(await the(coordinator).raw('POST', '/api/calls', outsideCall())).toMatchObject({ status: 401, body: { code: 'wrong-key' } });
    expect(await ward.send(outsideCall(), { origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' })).toMatchObject({ status: 200 });
    expect(await the(coordinator).raw('POST', `/api/incidents/${crypto.randomUUID()}/own`, {}, { authorization: `Bearer ${ward.key}`, origin: 'https://elsewhere.example' })).toMatchObject({ status: 403, body: { code: 'wrong-origin' } });
  });

  test('is shown once and kept as a digest; who made and revoked it is on the log', async () => {
    const commandId = crypto.randomUUID();
    const made = await the(administrator).call(makeSystemKey, { systemId: ward.id, commandId });
    expect(made.key).toMatch(/^nightjar\.[0-9a-f]{32}\.[\w-]{43}$/);
    expect(await the(administrator).refused(makeSystemKey, { systemId: ward.id, commandId })).toBe('key-made-already');
    expect(await the(administrator).refused(makeSystemKey, { systemId: crypto.randomUUID() })).toBe('not-found');
    const secret = made.key.split('.')[2] ?? '';
    const tables = await server.db.query<{ name: string }[]>("SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'");
    for (const { name } of tables) expect({ name, found: await server.db.query(`SELECT 1 FROM "${name}" t WHERE strpos(t::text, $1) > 0 LIMIT 1`, [secret]) }).toEqual({ name, found: [] });

    await the(administrator).call(revokeSystemKey, { keyId: made.keyId });
    await the(administrator).call(revokeSystemKey, { keyId: made.keyId });
    const listed = (await the(administrator).call(listSystems, {})).find(({ id }) => id === ward.id);
    expect(listed).toMatchObject({ name: 'Ward gateway', door: 'hospital', organisation: 'Royal Plover Hospital', keys: [{ id: ward.keyId, lastUsedAt: expect.any(String), revokedAt: null }, { id: made.keyId, lastUsedAt: null, revokedAt: expect.any(String) }] });
    const lines = (await the(auditor).call(readLog, {})).filter(({ entity, entityId }) => entity === 'system' && entityId === ward.id).map(({ name, by }) => [name, by]);
    expect(lines.filter(([name]) => name === 'system.keyRevoked')).toEqual([['system.keyRevoked', the(administrator).name]]);
    expect(lines.filter(([name]) => name === 'system.keyMade')).toHaveLength(2);
  });

  test('is heard so often in a minute, by all servers together, and no oftener', async () => {
    const quick = await outsideSystem(server, the(administrator), 'Quick line');
    const asked = await Promise.all(Array.from({ length: 9 }, () => systemFrom(server.db, `Bearer ${quick.key}`, 4).then(() => 'heard', (error: unknown) => String(error))));
    expect(asked.filter((one) => one === 'heard')).toHaveLength(4);
    expect(asked.find((one) => one !== 'heard')).toContain('Too many requests with this key');
    await server.db.query("UPDATE system_key SET window_from = window_from - interval '61 seconds' WHERE id = $1", [quick.keyId]);
    expect(await systemFrom(server.db, `Bearer ${quick.key}`, 4)).toMatchObject({ name: 'Quick line' });
  });
});

describe('whatever is sent', () => {
  const body = ROUTES.get('sendCall')?.body;

  test('is refused by the names of its fields, without a word of what they held', async () => {
    const answer = await ward.send({ ...outsideCall(), reportedAt: 'Quillfeather', people: [{ name: 'Quillfeather', isChild: 'Quillfeather', bornOn: 'Quillfeather' }], location: { postcode: 'Quillfeather', gridReference: 'Quillfeather' }, flags: ['Quillfeather'], caller: { phone: 7 } });
    expect(answer).toMatchObject({ status: 400, body: { code: 'not-understood' } });
    const facts: unknown = Reflect.get(Object(answer.body), 'facts');
    expect(Object.keys(Object(facts)).toSorted()).toEqual(['caller.phone', 'flags.0', 'location.gridReference', 'location.postcode', 'people.0.bornOn', 'people.0.isChild', 'problem', 'reportedAt']);
    expect(JSON.stringify(answer)).not.toContain('Quillfeather');
    expect(server.logged()).not.toMatch(/Quillfeather|Sparrow|nightjar\.[0-9a-f]{32}/);
  });

  test('is a refusal or a call, never a fault of ours; what is refused writes nothing', async () => {
    const all = [...mutations(JSON.parse(JSON.stringify(outsideCall())))].map((changed) => ({ changed, right: body?.safeParse(changed).success === true }));
    // Half of those that are calls, and some of the many that are none: one parser refuses them all.
    const some = all.filter(({ right }, index) => index % (right ? 2 : 9) === 0);
    const answers: { right: boolean; status: number; code: string }[] = [];
    await Promise.all(Array.from({ length: 6 }, async () => { for (let next = some.pop(); next !== undefined; next = some.pop()) answers.push(await sent(next)); }));
    async function sent({ changed, right }: (typeof all)[number]): Promise<(typeof answers)[number]> {
      const fresh = right && Reflect.get(Object(changed), 'reference') !== undefined ? { ...Object(changed), reference: `W-${crypto.randomUUID()}` } : changed;
      const { status, body: said } = await ward.send(JSON.stringify(fresh));
      return { right, status, code: String(Reflect.get(Object(said), 'code')) };
    }
    expect(answers.length).toBeGreaterThan(100);
    expect(answers.filter(({ right, status, code }) => (right ? ![200, 422].includes(status) : status !== 400 || code !== 'not-understood'))).toEqual([]);
  }, 60_000);

  test('is refused where it is no object, too large, or of another type', async () => {
    const before = await count('incident');
    const text = JSON.stringify(outsideCall());
    for (const one of ['null', '[]', `[${text}]`, '"text"', '7', '', '{', text.slice(0, -1), '['.repeat(90_000), text.replace('{', '{"__proto__":{"polluted":true},')]) expect(await ward.send(one)).toMatchObject({ status: 400, body: { code: 'not-understood' } });
    expect(await ward.send(JSON.stringify(outsideCall({ summary: 'x'.repeat(100 * 1024) })))).toMatchObject({ status: 413, body: { code: 'too-large' } });
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'application/json; charset=utf-16']) expect(await ward.send(text, { 'content-type': type })).toMatchObject({ status: 400 });
    expect(await count('incident')).toBe(before);
  });
});

test('the log, replayed, gives every row as it is stored', () => expectLogToTellTheState(server.db, server.keys));
