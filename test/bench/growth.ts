// Every list, record and snapshot with 1,000,000 past incidents against 10,000: what each route asks of Postgres, asked again by a bare client of both in turn.
import { writeFile } from 'node:fs/promises';
import pg from 'pg';
import { ROUTES } from '../../shared/protocol/routes.ts';
import { ROUNDS, type Bench } from './bench.ts';
import { call } from './call.ts';
import { compared, median, type Comparison, type Round } from './figure.ts';
import { callerOf, type Caller } from './http.ts';
import { fillPast } from './past.ts';
import { recordTo, type Recorder, type Statement } from './recorder.ts';
import { respondersOnDuty } from './responders.ts';
import type { Ground, Seat, Stage } from './stage.ts';
import type { Role } from '../../shared/domain/visibility.ts';

const [FEW, MANY] = [10_000, 1_000_000];
const OPEN_TONIGHT = 40;
const ON_DUTY = 23;
const TIMES = 20;
const BAR = { atMost: 1.3 };
const PLANS_FILE = 'bench-plans.txt';

/** Who asks for it, and what of; a GET that is in neither list is a failed test, so that none is forgotten. */
const ASKED: Record<string, (past: Past) => [Role, string][]> = {
  readLive: () => [['coordinator', '/live'], ['edt', '/live'], ['responder', '/live'], ['receiving-team', '/live']],
  readIncident: ({ incidentId }) => [['coordinator', `/incidents/${incidentId}`]],
  readPersonHistory: ({ personId }) => [['coordinator', `/people/${personId}/history`]],
  drawSample: ({ night }) => [['supervisor', `/closed-samples?night=${night}`]],
  listCallDrafts: () => [['coordinator', '/call-drafts'], ['edt', '/call-drafts']],
  listClosed: ({ night }) => [['coordinator', `/incidents?night=${night}`], ['edt', `/incidents?night=${night}`]],
  readHandover: ({ handoverId }) => [['coordinator', `/handovers/${handoverId}`]],
  listOnDuty: () => [['coordinator', '/on-duty']],
  positionLookups: () => [['responder', '/positions/lookups']],
  readLog: ({ seq }) => [['auditor', '/audit/events'], ['auditor', `/audit/events?before=${seq}`]],
  readAccessLog: () => [['auditor', '/audit/accesses'], ['auditor', '/audit/accesses?before=20000']],
  readFigures: () => [['analyst', '/reports/figures?nights=28']],
  readDebrief: ({ from, until }) => [['coordinator', `/debrief?from=${from}&until=${until}`], ['analyst', `/debrief?from=${from}&until=${until}`]],
  listReceivingTeams: () => [['coordinator', '/receiving-teams']],
  listAccounts: () => [['administrator', '/admin/accounts']],
  readMe: () => [['coordinator', '/me']],
  readHolding: () => [['coordinator', '/holding'], ['responder', '/holding']],
  readPlanning: () => [['coordinator', '/planning']],
  listBookable: ({ from, until }) => [['coordinator', `/bookable?fromAt=${from}&untilAt=${until}`]],
  readRoster: ({ night }) => [['supervisor', `/rosters/${night}`]],
  listOwnShifts: () => [['responder', '/own-shifts']],
};
/** They read what does not grow with incidents, one row by its key, or what another list reads already. */
const NOT_OF_THE_PAST: ReadonlySet<string> = new Set(['listOrganisations', 'findPlaces', 'listAreas', 'readRehearsal', 'readSeats', 'exportDebrief', 'readCallDraft', 'readCallState',
  'listCertificates', 'listRosterStaff', 'readCalendarLink', 'listPolicies', 'readPolicy', 'readPolicyNow', 'listPolicyDrafts', 'readPolicyDraft', 'listSystems']);

export const knowsOf = (name: string): boolean => name in ASKED || NOT_OF_THE_PAST.has(name);

interface Past { incidentId: string; personId: string; handoverId: string; night: string; seq: string; from: string; until: string }
interface Asked { title: string; statements: Statement[] }

/** A night of today on a past of so many: the same on both sides. */
async function county(stage: Stage, incidents: number): Promise<{ ground: Ground; asked: Asked[] }> {
  const ground = await stage.ground();
  const people = new Map<Role, Seat>();
  for (const role of ['coordinator', 'supervisor', 'edt', 'responder', 'auditor', 'analyst', 'administrator'] as const) people.set(role, await ground.person(`One ${role}`, role));
  const first = await ground.serve();
  await first.stop();
  await fillPast(ground, incidents);
  const [team] = await ground.sql<{ id: string }>("SELECT id_of('receiving', 0) AS id");
  people.set('receiving-team', await ground.person('One of a day team', 'receiving-team', team?.id));
  await respondersOnDuty(ground, ON_DUTY);
  const recorder = await recordTo(ground.databaseUrl);
  // What runs by a clock of its own would be recorded with whatever is asked meanwhile: this one serves alone.
  const server = await ground.serve({ databaseUrl: recorder.url, settings: { NIGHTJAR_ROLE: 'web' } });
  const caller = callerOf(server.url);
  for (const [role, seat] of [['coordinator', 'control'], ['edt', 'edt'], ['responder', 'responder']] as const) await caller.post(people.get(role)?.cookie ?? '', '/duties', { seat, teamId: null });
  for (let raised = 0; raised < OPEN_TONIGHT; raised += 1) await caller.post(people.get('coordinator')?.cookie ?? '', '/incidents', call());
  await ground.sql('VACUUM ANALYZE');
  const asked = await record(recorder, caller, people, await pastOf(ground));
  caller.close();
  await server.stop();
  await recorder.close();
  return { ground, asked };
}

async function pastOf(ground: Ground): Promise<Past> {
  const [row] = await ground.sql<Past>(`SELECT i.id AS "incidentId", (SELECT person_id FROM incident_person WHERE incident_id = i.id) AS "personId", h.id AS "handoverId", i.night, (SELECT max(seq) / 2 FROM event) AS seq,
     to_char(now() - interval '30 days', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "from", to_char(now() - interval '23 days', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS until
    FROM handover h JOIN incident i ON i.id = h.incident_id WHERE h.state = 'taken-over' ORDER BY h.sent_at DESC OFFSET 1001 LIMIT 1`);
  if (row === undefined) throw new Error('there is no past');
  return row;
}

async function record(recorder: Recorder, caller: Caller, people: ReadonlyMap<Role, Seat>, past: Past): Promise<Asked[]> {
  const asked: Asked[] = [];
  for (const [name, route] of ROUTES) {
    if (route.method !== 'GET' || NOT_OF_THE_PAST.has(name)) continue;
    const of = ASKED[name];
    if (of === undefined) throw new Error(`growth does not know how GET ${route.path} is asked: add ${name} to ASKED, or say that it is not of the past.`);
    for (const [role, path] of of(past)) {
      recorder.statements.length = 0;
      const { status, text } = await caller.get(people.get(role)?.cookie ?? '', path);
      if (status !== 200) throw new Error(`GET ${path} as ${role}: ${status} ${text}`);
      asked.push({ title: `GET ${route.path}${path.includes('before=') ? '?before' : ''} (${role})`, statements: recorder.statements.filter(isRead) });
    }
  }
  return asked;
}
/** Of the request itself: the relay, the sessions and the alarms are looked at by a clock of their own, and what locks or writes is no reading. */
const BESIDE = /^SELECT (?:\* FROM event WHERE seq >|seq, hash FROM event|pg_advisory)|FROM session s|FROM alarm WHERE (?:fired_at IS NULL|climb_at|incident_id = \$1)|FROM duty_night WHERE|\bFOR (?:UPDATE|SHARE)\b/;
const isRead = ({ sql }: Statement): boolean => /^\s*(?:SELECT|WITH)\b/.test(sql) && !BESIDE.test(sql);

async function askAll(client: pg.Client, { statements }: Asked): Promise<number> {
  const started = performance.now();
  for (const { sql, parameters } of statements) await client.query(sql, parameters ?? []);
  return performance.now() - started;
}

async function plansOf(client: pg.Client, { title, statements }: Asked, incidents: number): Promise<string> {
  const plans: string[] = [];
  for (const { sql, parameters } of statements) {
    const { rows } = await client.query<{ 'QUERY PLAN': string }>(`EXPLAIN (ANALYZE, BUFFERS) ${sql}`, parameters ?? []);
    plans.push(`${sql.trim().replaceAll(/\s+/g, ' ')}\n${rows.map((row) => `  ${row['QUERY PLAN']}`).join('\n')}`);
  }
  return `=== ${title}, ${incidents.toLocaleString('en-GB')} past incidents\n${plans.join('\n\n')}\n`;
}

async function measure(stage: Stage): Promise<Record<string, Comparison>> {
  const sides = [await county(stage, MANY), await county(stage, FEW)] as const;
  const clients = await Promise.all(sides.map(async ({ ground }) => {
    const client = new pg.Client({ connectionString: ground.databaseUrl, options: '-c timezone=UTC' });
    await client.connect();
    return client;
  }));
  const [many, few] = clients;
  if (many === undefined || few === undefined) throw new Error('not connected');
  // What was filled last is written out now, and not while the first routes are measured.
  await sides[1].ground.sql('CHECKPOINT');
  const figures: Record<string, Comparison> = {};
  const plans: string[] = [];
  for (const [index, asked] of sides[0].asked.entries()) {
    const before = sides[1].asked[index];
    if (before === undefined) throw new Error(`${asked.title} was not asked of both`);
    const rounds: Round[] = [];
    for (let round = 0; round <= ROUNDS; round += 1) {
      const took: Record<'ours' | 'baseline', number[]> = { ours: [], baseline: [] };
      for (let time = 0; time < TIMES; time += 1) {
        took.ours.push(await askAll(many, asked));
        took.baseline.push(await askAll(few, before));
      }
      // The first round warms both caches.
      if (round > 0) rounds.push({ ours: median(took.ours), baseline: median(took.baseline) });
    }
    figures[`growth ${asked.title}`] = compared(rounds, 'ms', BAR);
    plans.push(await plansOf(many, asked, MANY), await plansOf(few, before, FEW));
  }
  await writeFile(PLANS_FILE, plans.join('\n'));
  if (stage.plans) process.stdout.write(`${plans.join('\n')}\n`);
  for (const client of clients) await client.end();
  const worst = Object.values(figures).toSorted((a, b) => b.ratio.median - a.ratio.median)[0];
  if (worst === undefined) throw new Error('nothing was asked');
  return { growth: worst, ...figures };
}

export const growth: Bench = {
  name: 'growth',
  says: `what each list and snapshot asks of Postgres with ${MANY.toLocaleString('en-GB')} past incidents, against ${FEW.toLocaleString('en-GB')}; the first line is the worst of them (plans in ${PLANS_FILE})`,
  measure,
};
