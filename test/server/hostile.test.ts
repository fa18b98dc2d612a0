// Whatever is sent to whichever route, the answer is a refusal with a code and a sentence, and nothing is written.
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { FIRST_POLICY } from '../../shared/domain/first-policy.ts';
import { REFUSAL_CODES } from '../../shared/domain/refusal.ts';
import { ROLES } from '../../shared/domain/visibility.ts';
import { recordNoAccess } from '../../shared/protocol/dispatch.ts';
import { bookOn } from '../../shared/protocol/duties.ts';
import { lodgeOvernightNote } from '../../shared/protocol/handovers.ts';
import { addNote, askSecond, readIncident } from '../../shared/protocol/incidents.ts';
import { startPolicyDraft } from '../../shared/protocol/policies.ts';
import type { Route } from '../../shared/protocol/route.ts';
import { ROUTES } from '../../shared/protocol/routes.ts';
import { idFor, mutations, sampleBodies, sampleBody, withKey, type Known } from '../support/hostile-input.ts';
import { addressOf } from '../support/address.ts';
import type { Person } from '../support/server.ts';
import { startNight, type Night } from '../support/walk.ts';

const AT_ONCE = 8;
/** What another system sends is in outside-calls.test.ts. */
const SIGNED_IN = [...ROUTES].filter(([, route]) => route.may !== 'system');
const COMMANDS = SIGNED_IN.filter(([, route]) => route.method === 'POST');
const QUERIES = SIGNED_IN.filter(([, route]) => route.method === 'GET');

let night: Night;
let everyone: Person;
let known: Known = {};

beforeAll(async () => {
  night = await startNight({ settings: { NIGHTJAR_ROLE: 'web' } });
  everyone = await night.server.person(ROLES, { receivingTeamId: night.dayTeamId });
  const { ids: duty } = await everyone.call(bookOn, { seat: 'control', teamId: null });
  const crew = await night.crew();
  const incidentId = await night.raise();
  const [taskId, other] = [await night.task(incidentId), await night.raise()];
  const [assignmentId = ''] = await night.send(taskId, crew.both);
  await crew.constable.call(recordNoAccess, { assignmentId, note: null });
  const { ids: asked } = await night.coordinator.call(askSecond, { incidentId: other, action: { kind: 'grade', to: 3 }, rationale: 'Calmer' });
  const { ids: note } = await night.edt.call(lodgeOvernightNote, { receivingTeamId: night.dayTeamId, about: 'Sam', place: null, phone: null, body: 'May ring', plan: 'Ring back', expiresAt: new Date(Date.now() + 3_600_000).toISOString() });
  const one = async (sql: string): Promise<string> => (await night.server.db.query<{ id: string }[]>(sql))[0]?.id ?? '';
  const file = await night.file(incidentId);
  known = {
    incidentId, taskId, assignmentId, insteadOf: assignmentId, alsoFor: assignmentId, duplicateOfId: other, requestId: asked.requestId ?? '', handoverId: await night.handOver(other, night.deskId), followUpId: file.followUps[0]?.id ?? '',
    dutyId: duty.dutyId ?? '', teamId: crew.teamId, receivingTeamId: night.dayTeamId, rightTeamId: night.deskId, organisationId: await one('SELECT id FROM organisation'), accountId: night.dayWorker.accountId,
    grantId: await one(`SELECT id FROM role_grant WHERE account_id = '${night.dayWorker.accountId}'`), noteId: note.noteId ?? '', ownerId: night.supervisor.staffId, toStaffId: night.supervisor.staffId, staffId: night.supervisor.staffId, seenPersonId: file.people[0]?.personId ?? '',
    notSeenPersonId: file.people[1]?.personId ?? '',
  };
});
afterAll(() => night.server.stop());

interface Told { status: number; type: string; body: string; sent: string }
const pathOf = (route: Route, ids: Known): string => `/api${route.path.replace(/:(\w+)/g, (_, key: string) => idFor(ids, key))}`;

async function tell(method: string, path: string, body?: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}, by: Person = everyone): Promise<Told> {
  const response = await fetch(`${night.server.url}${path}`, { method, headers: { cookie: by.cookie, ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers }, ...(body === undefined ? {} : { body }) });
  return { status: response.status, type: response.headers.get('content-type') ?? '', body: await response.text(), sent: `${method} ${path} ${typeof body === 'string' ? body.slice(0, 400) : ''}` };
}
async function tellAll(requests: readonly (() => Promise<Told>)[]): Promise<Told[]> {
  const [answers, waiting]: [Told[], (() => Promise<Told>)[]] = [[], [...requests]];
  await Promise.all(Array.from({ length: AT_ONCE }, async () => { for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) answers.push(await next()); }));
  return answers;
}

/** The same policy stands in each of these: every one is told its share of what is wrong with it, and between them all of it. */
const POLICY_COMMANDS = ['startPolicyDraft', 'savePolicyDraft', 'tryPolicy'];
const shareOf = <T>(all: readonly T[], name: string): readonly T[] => (POLICY_COMMANDS.includes(name) ? all.filter((_, index) => index % POLICY_COMMANDS.length === POLICY_COMMANDS.indexOf(name)) : all);

/** What is wrong with a refusal, or null. */
function faultOf({ status, type, body }: Told): string | null {
  if (status < 400 || status > 499) return `status ${status}`;
  if (!type.startsWith('application/problem+json')) return `type ${type}`;
  const problem: unknown = JSON.parse(body);
  if (typeof problem !== 'object' || problem === null) return 'no object';
  const [code, detail, said]: unknown[] = ['code', 'detail', 'status'].map((key) => Reflect.get(problem, key));
  if (!REFUSAL_CODES.some((known) => known === code)) return `code ${String(code)}`;
  if (said !== status) return `status ${String(said)} in the body`;
  return /^[A-Z].*[.?]$/s.test(String(detail)) && !/<\w/.test(String(detail)) ? null : `sentence ${String(detail)}`;
}
const faults = (answers: readonly Told[]) => answers.flatMap((answer) => { const fault = faultOf(answer); return fault === null ? [] : [{ fault, sent: answer.sent, body: answer.body.slice(0, 300) }]; });

const KEPT_APART = ['command', 'session', 'access_log', 'sign_in_failure'];
async function digest(): Promise<unknown> {
  const tables = await night.server.db.query<{ name: string }[]>("SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> ALL($1) ORDER BY 1", [KEPT_APART]);
  const [row] = await night.server.db.query<unknown[]>(`SELECT ${tables.map(({ name }) => `(SELECT md5(string_agg(t::text, '|' ORDER BY t::text)) FROM "${name}" t) AS "${name}"`).join(', ')}`);
  return row;
}
async function expectNothingWritten(work: () => Promise<readonly Told[]>): Promise<readonly Told[]> {
  const before = await digest();
  const answers = await work();
  expect(faults(answers)).toEqual([]);
  expect(await digest()).toEqual(before);
  return answers;
}

test('there is a sample for every command, made from its schema, that it would take', () => {
  expect(COMMANDS.length).toBeGreaterThan(45);
  for (const [name, route] of COMMANDS) for (const body of sampleBodies(route, known)) expect({ name, problem: route.body.safeParse(body).error?.issues }).toEqual({ name, problem: undefined });
});

describe('is refused, and writes nothing', () => {
  test.each(COMMANDS)('%s with anything missing, unknown or of another kind, at any depth', async (name, route) => {
    const body = sampleBody(route, known);
    const all = [...mutations(body)].filter((changed) => !route.body.safeParse(changed).success);
    expect(all.length).toBeGreaterThan(Object.keys(body).length * 15);
    const wrong = shareOf(all, name);
    const answers = await expectNothingWritten(() => tellAll(wrong.map((changed) => () => tell('POST', pathOf(route, known), JSON.stringify(changed)))));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([400]));
  }, 60_000);

  test.each(COMMANDS)('%s that is no well-formed object of its own keys', async (_name, route) => {
    const [path, body] = [pathOf(route, known), sampleBody(route, known)];
    const text = JSON.stringify(body);
    const bodies = ['null', '[]', `[${text}]`, '"text"', '7', 'true', 'NaN', '', '{', text.slice(0, -1), `${text}${text}`, text.replaceAll('"', "'"), '['.repeat(100_000), `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`,
      withKey(body, '__proto__', '{"polluted":true}'), withKey(body, 'constructor', '{"prototype":{}}'), withKey(body, 'toString', '1'), withKey(body, 'unknown', '1e309'), withKey(body, 'unknown', `"${'x'.repeat(100_000)}"`)];
    await expectNothingWritten(() => tellAll(bodies.map((one) => () => tell('POST', path, one))));
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
  });

  test.each(COMMANDS)('%s that is too large, or of another type, encoding or method', async (_name, route) => {
    const [path, text] = [pathOf(route, known), JSON.stringify(sampleBody(route, known))];
    const large = JSON.stringify({ text: 'x'.repeat(260 * 1024) });
    const answers = await expectNothingWritten(() => tellAll([
      () => tell('POST', path, large), () => tell('POST', path, gzipSync(large), { 'content-encoding': 'gzip' }),
      ...['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'application/json; charset=utf-16', 'image/png', 'nonsense'].map((type) => () => tell('POST', path, text, { 'content-type': type })),
      () => tell('POST', path, text, { 'content-encoding': 'gzip' }), () => tell('POST', path, text, { 'content-encoding': 'unheard-of' }),
      ...['PUT', 'PATCH', 'DELETE'].filter((method) => ![...ROUTES.values()].some((other) => other.method === method && other.path === route.path)).map((method) => () => tell(method, path, text)),
    ]));
    expect(answers.filter(({ status }) => status === 413)).toHaveLength(2);
  });

  test('any command about what is not there', async () => {
    const absent = COMMANDS.filter(([, route]) => Object.keys(route.params.shape).length > 0);
    await expectNothingWritten(() => tellAll(absent.map(([, route]) => () => tell('POST', pathOf(route, {}), JSON.stringify(sampleBody(route, known))))));
  });

  test('any command that names somebody or something that is not there', async () => {
    const marked = Object.fromEntries(Object.keys(known).map((key) => [key, 'an id']));
    const naming = COMMANDS.flatMap(([name, route]) => sampleBodies(route, marked).flatMap((body, choice) => (JSON.stringify(body).includes('an id') ? [{ name, route, choice }] : [])));
    expect(naming.map(({ name }) => name)).toEqual(expect.arrayContaining(['dispatchCrew', 'sendHandover', 'rejectHandover', 'grantRole', 'bookOn', 'ownIncident', 'restrictIncident', 'lodgeOvernightNote', 'addAccount', 'askSecond']));
    await expectNothingWritten(() => tellAll(naming.map(({ route, choice }) => () => tell('POST', pathOf(route, known), JSON.stringify(sampleBody(route, {}, choice))))));
  });

  test('any command on what was seen before it changed', async () => {
    const versioned = COMMANDS.filter(([, route]) => 'expectedVersion' in route.body.shape);
    expect(versioned.length).toBeGreaterThan(4);
    // A call's draft is begun under an id of the device's own; this one is a policy's.
    const there = { ...known, draftId: (await everyone.call(startPolicyDraft, { body: FIRST_POLICY })).ids.draftId ?? '' };
    const answers = await expectNothingWritten(() => tellAll(versioned.flatMap(([, route]) => [0, 9_999].map((expectedVersion) => () => {
      const body = { ...sampleBody(route, there), expectedVersion, ...('duplicateOfId' in route.body.shape ? { duplicateOfId: null } : {}) };
      return tell('POST', pathOf(route, there), JSON.stringify(body));
    }))));
    expect(answers.filter(({ body }) => JSON.parse(body).code !== 'stale').map(({ sent, body }) => ({ sent, body }))).toEqual([]);
  });

  test('any command of a responder about what is other people’s: to them it is not there', async () => {
    const stranger = await night.onDuty('responder', 'constable');
    const theirs = COMMANDS.filter(([, { may, params }]) => Array.isArray(may) && may.includes('responder') && Object.keys(params.shape).length > 0);
    const answers = await expectNothingWritten(() => tellAll(theirs.map(([, route]) => () => tell('POST', pathOf(route, known), JSON.stringify(sampleBody(route, known)), {}, stranger))));
    expect(new Set(answers.map(({ body }): unknown => JSON.parse(body).code))).toEqual(new Set(['not-found', 'not-on-duty']));
  });

  test('any address that is none', async () => {
    const [withParams] = [SIGNED_IN.map(([, route]) => route).filter(({ params }) => Object.keys(params.shape).length > 0)];
    const odd = ['x', '%00', '%ff', '%E0%A4%A', '..%2f..', 'null', '__proto__', '-1', 'a'.repeat(4_000), '%F0%9F%91%AE', "'%20OR%201=1--"];
    await expectNothingWritten(() => tellAll(withParams.flatMap((route) => odd.map((id) => () => tell(route.method, `/api${route.path.replace(/:\w+/g, id)}`, route.method === 'GET' ? undefined : JSON.stringify(sampleBody(route, known)))))));
    await expectNothingWritten(() => tellAll(['/api/', '/api/nothing', '/api/incidents/a/b/c', '/api/__proto__'].map((path) => () => tell('GET', path))));
  });

  test('any question with an unknown, doubled or impossible part', async () => {
    const odd = ['unknown=1', '__proto__=1', '__proto__[x]=1', 'constructor=1', 'q=a&q=b', 'purpose=a&purpose=b&unknown=1', 'night=2026-11-20&night=2026-11-21', 'night=2026-02-30', 'night=', 'before=1e309', 'before=NaN', 'before=-1', 'before=1.5', 'before=1&before=2', 'nights=0', 'nights=367', 'q=%00', 'q=%ED%A0%80%00', 'q='];
    const impossible = QUERIES.flatMap(([, route]) => odd.filter((query) => !route.query.safeParse(parsedQuery(query)).success).map((query) => () => tell('GET', `${pathOf(route, known)}?${query}`)));
    expect(impossible.length).toBeGreaterThan(QUERIES.length * 10);
    await expectNothingWritten(() => tellAll(impossible));
  });
});

describe('what is odd but may be said', () => {
  const ENDS_A_SESSION = ['resetPassword', 'disableAccount'];

  test.each(COMMANDS.filter(([name]) => !ENDS_A_SESSION.includes(name)))('%s is answered, and never with a fault of ours', async (_name, route) => {
    const right = [...sampleBodies(route, known), ...mutations(sampleBody(route, known))].filter((changed) => route.body.safeParse(changed).success);
    const fresh = (changed: object) => ('commandId' in route.body.shape ? { ...changed, commandId: crypto.randomUUID() } : changed);
    const answers = await tellAll(right.map((changed) => () => tell('POST', pathOf(route, known), JSON.stringify(fresh(Object(changed))))));
    expect(faults(answers.filter(({ status }) => status !== 200))).toEqual([]);
  }, 60_000);

  test('is kept as it was said', async () => {
    const incidentId = await night.raise();
    const said = ['\u202etxet\u202c', '👮🏽‍♀️ e\u0301 ﷽ 𠮷', 'tab\tand\r\nlines', '"quotes" \\ and $1 {} %s', '<script>alert(1)</script>', 'x'.repeat(4_000)];
    for (const body of said) await night.coordinator.call(addNote, { incidentId, body, internal: false });
    const { timeline } = await night.coordinator.call(readIncident, { incidentId });
    expect(timeline.flatMap(({ name, note }) => (name === 'incident.noted' ? [note] : []))).toEqual(said);
  });

  test('an id is the same id however it is written', async () => {
    const [incidentId, other] = [await night.raise(), await night.raise()];
    const shouted = incidentId.toUpperCase();
    const ending = { incidentId, expectedVersion: 1, ending: 'duplicate', reason: 'Itself', callerTold: null, duplicateOfId: shouted };
    const [path, body] = addressOf(ROUTES.get('endIncident') ?? askSecond, ending);
    expect(await night.coordinator.raw('POST', path, body)).toMatchObject({ status: 422, body: { code: 'duplicate-of-itself' } });
    expect(await night.supervisor.raw('POST', `/api/incidents/${other.toUpperCase()}/restrict`, { commandId: crypto.randomUUID().toUpperCase(), staffIds: [night.edt.staffId.toUpperCase()], reason: 'Shouted' })).toMatchObject({ status: 200 });
    expect((await night.file(other)).incident.namedStaffIds).toContain(night.edt.staffId);
    expect((await night.log(other)).at(-1)?.payload.namedStaffIds).toContain(night.edt.staffId);
  });
});

function parsedQuery(query: string): Record<string, string | string[]> {
  const parameters = new URLSearchParams(query);
  return Object.fromEntries([...new Set(parameters.keys())].map((key) => { const all = parameters.getAll(key); return [key, all.length === 1 ? all[0] ?? '' : all]; }));
}
