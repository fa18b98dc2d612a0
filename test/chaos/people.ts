// Who works in the storm, made once and copied into each run: on duty, with sessions for their screens and their outboxes.
import { connect, type Queryable } from '../../server/database/connect.ts';
import { createAccount, createGrant, ensureOrganisation } from '../../server/identity/account.store.ts';
import { COOKIE, openSession } from '../../server/identity/session.store.ts';
import type { Profession } from '../../shared/domain/activity.ts';
import type { Role } from '../../shared/domain/visibility.ts';
import { bookOn, formTeam } from '../../shared/protocol/duties.ts';
import { Done } from '../../shared/protocol/route.ts';
import { ask, type Clerk } from '../support/compiled.ts';
import type { Cast } from '../support/storm.ts';
import type { Known } from './history.ts';
import { usualSkills } from '../../server/rehearsal/usual-skills.ts';

export interface Worker extends Clerk, Known {
  /** A second session, which a screen uses: it may be ended while the other goes on. */
  screenCookie: string;
  /** How far their device's clock is off. */
  skewMs: number;
}
export interface People {
  cast: Cast<Worker>;
  administrator: Worker;
  /** Those who lose their access in the storm. */
  leaving: readonly Worker[];
  all: readonly Worker[];
}

const SESSIONS = { idleMinutes: 2_880, hours: 48 };
const HOUR_MS = 3_600_000;
/** Some right, some hours ahead or behind, one a day off. */
const SKEWS_MS = [0, 3 * HOUR_MS, -5 * HOUR_MS, 90_000, -26 * HOUR_MS, 0, 11 * HOUR_MS];

export async function makePeople(databaseUrl: string, url: string): Promise<People> {
  const db = await connect(databaseUrl, [], { poolSize: 2 });
  const all: Worker[] = [];
  const [county, police] = [await ensureOrganisation(db, 'County Council', 'council'), await ensureOrganisation(db, 'County Police', 'police')];
  const person = async (name: string, role: Role, more: { profession?: Profession; receivingTeamId?: string } = {}): Promise<Worker> => {
    const made = await signedIn(db, { name, role, organisationId: more.profession === 'constable' ? police : county, profession: more.profession ?? null, receivingTeamId: more.receivingTeamId ?? null });
    const worker = { ...made, skewMs: SKEWS_MS[all.length % SKEWS_MS.length] ?? 0 };
    all.push(worker);
    return worker;
  };
  const seated = async (worker: Worker, seat: 'control' | 'edt' | 'responder', teamId: string | null = null): Promise<Worker> => {
    await done(url, worker, bookOn, { seat, teamId });
    return worker;
  };

  const receivingTeamIds = [crypto.randomUUID(), crypto.randomUUID(), crypto.randomUUID()] as const;
  for (const [index, kind] of (['day-team', 'edt-desk', 'day-team'] as const).entries()) {
    await db.query('INSERT INTO receiving_team (id, organisation_id, name, kind, starts_at) VALUES ($1, $2, $3, $4, $5)', [receivingTeamIds[index], county, `${kind} ${index + 1}`, kind, '09:00']);
  }
  const coordinators = [await seated(await person('Coordinator 1', 'coordinator'), 'control'), await seated(await person('Coordinator 2', 'coordinator'), 'control')];
  const supervisors = [await seated(await person('Supervisor 1', 'supervisor'), 'control'), await seated(await person('Supervisor 2', 'supervisor'), 'control')];
  const edt = [await seated(await person('Desk 1', 'edt', { profession: 'social-worker' }), 'edt'), await seated(await person('Desk 2', 'edt', { profession: 'social-worker' }), 'edt')];
  const [teamIds, responders]: [string[], Worker[]] = [[], []];
  for (const number of [1, 2]) {
    const teamId = await done(url, coordinators[0], formTeam, { callSign: `Burnley ${number}`, vehicle: null, districtCodes: [] }, 'teamId');
    teamIds.push(teamId);
    for (const profession of ['constable', 'social-worker'] as const) responders.push(await seated(await person(`${profession} ${number}`, 'responder', { profession }), 'responder', teamId));
  }
  const receivers = [await person('Day 1', 'receiving-team', { receivingTeamId: receivingTeamIds[0] }), await person('Day 2', 'receiving-team', { receivingTeamId: receivingTeamIds[2] })];
  const leaving = [
    await seated(await person('Leaving coordinator', 'coordinator'), 'control'), await seated(await person('Leaving responder', 'responder', { profession: 'pcso' }), 'responder', teamIds[0]),
    await seated(await person('Leaving desk', 'edt', { profession: 'social-worker' }), 'edt'), await person('Leaving day worker', 'receiving-team', { receivingTeamId: receivingTeamIds[0] }),
  ];
  const administrator = await person('Administrator', 'administrator');
  await person('Analyst', 'analyst');
  await db.destroy();
  return { cast: { coordinators, supervisors, edt, responders, receivers, receivingTeamIds, teamIds }, administrator, leaving, all };
}

interface NewWorker { name: string; role: Role; organisationId: string; profession: Profession | null; receivingTeamId: string | null }

async function signedIn(db: Queryable, { name, role, organisationId, profession, receivingTeamId }: NewWorker): Promise<Omit<Worker, 'skewMs'>> {
  const { accountId, staffId } = await createAccount(db, { username: name.toLowerCase().replaceAll(' ', '.'), name, organisationId, profession, passwordHash: null, now: new Date().toISOString(), skills: usualSkills(profession) });
  const id = await createGrant(db, { accountId, role, receivingTeamId, from: '2020-01-01T00:00:00.000Z', until: null });
  const [cookie, screenCookie] = [`${COOKIE}=${await openSession(db, accountId, SESSIONS)}`, `${COOKIE}=${await openSession(db, accountId, SESSIONS)}`];
  return { accountId, staffId, name, cookie, screenCookie, grants: [{ id, role, receivingTeamId }] };
}

async function done(url: string, by: Worker | undefined, route: Parameters<typeof ask>[2], input: object, made = ''): Promise<string> {
  const { status, body } = await ask(url, by ?? { cookie: '' }, route, input);
  if (status !== 200) throw new Error(`${route.path} was answered ${status}: ${JSON.stringify(body)}`);
  return Done.parse(body).ids[made] ?? '';
}
