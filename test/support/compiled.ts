// The compiled server as a process of its own: started, killed without warning, and started again on the same database.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from '../../server/database/connect.ts';
import { openLogKeys, type LogKeys } from '../../server/events/keys.ts';
import { createAccount, createGrant, ensureOrganisation } from '../../server/identity/account.store.ts';
import { COOKIE, openSession } from '../../server/identity/session.store.ts';
import type { Profession } from '../../shared/domain/activity.ts';
import type { Role } from '../../shared/domain/visibility.ts';
import { bookOn, formTeam } from '../../shared/protocol/duties.ts';
import type { Route } from '../../shared/protocol/route.ts';
import { addressOf } from './address.ts';
import { createTestDatabase } from './postgres.ts';
import type { Answer, Db } from './server.ts';
import type { Cast } from './storm.ts';
import { usualSkills } from '../../server/rehearsal/usual-skills.ts';

export interface Clerk { staffId: string; cookie: string }
export interface Running { url: string; pid: number; /** Resolves when the process is gone, for whatever reason. */ exited: Promise<unknown>; /** What it printed. */ said(): string; kill(): Promise<void>; /** Lets it finish. */ stop(): Promise<void> }
export interface Deployment { db: Db; keys: LogKeys; start(): Promise<Running>; drop(): Promise<void> }

const MAIN = join(import.meta.dirname, '../../dist/server/main.js');
const LOG_KEY = 'a key for the log of a night of tests';

/** None outlives the process that started it, however that ends. */
const children = new Set<ChildProcess>();
process.once('exit', () => { for (const child of children) child.kill('SIGKILL'); });

/** A database of its own, on which any number of servers may be started, at once or one after another. */
export async function deploy(settings: Record<string, string> = {}): Promise<Deployment> {
  const database = await createTestDatabase();
  const home = await mkdtemp(join(tmpdir(), 'nightjar-compiled-'));
  const db = await connect(database.databaseUrl, [], { poolSize: 4 });
  const running = new Set<Running>();
  return {
    db, keys: await openLogKeys(home, LOG_KEY),
    async start() {
      const server = await startProcess({
        PATH: process.env.PATH, PORT: '0', DATABASE_URL: database.databaseUrl, MIGRATE_DATABASE_URL: database.migrateDatabaseUrl, NIGHTJAR_HOME: home, LOG_KEY, LOG_LEVEL: 'error', ...settings,
      });
      running.add(server);
      return server;
    },
    async drop() {
      await Promise.all([...running].map((server) => server.kill()));
      await db.destroy();
      await database.drop();
      await rm(home, { recursive: true, force: true });
    },
  };
}

export async function startProcess(env: NodeJS.ProcessEnv): Promise<Running> {
  const child = spawn(process.execPath, ['--enable-source-maps', MAIN], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  children.add(child);
  const exited = once(child, 'exit').finally(() => children.delete(child));
  let said = '';
  const url = await new Promise<string>((resolve, reject) => {
    const hear = (text: Buffer): void => {
      said += text.toString();
      const [, port] = /serves at http:\/\/[^\s:]+:(\d+)/.exec(said) ?? [];
      if (port !== undefined) resolve(`http://127.0.0.1:${port}`);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    void exited.then(() => reject(new Error(`The compiled server did not start (is it built?):\n${said}`)));
  });
  return {
    url, pid: child.pid ?? 0, exited, said: () => said,
    async kill() {
      child.kill('SIGKILL');
      await exited;
    },
    async stop() {
      child.kill('SIGTERM');
      await exited;
    },
  };
}

/** Throws where nobody answers: the command may have been carried out, or not. */
export async function ask(url: string, by: Pick<Clerk, 'cookie'>, route: Route, input: object, signal: AbortSignal | null = null): Promise<Answer> {
  const [path, body] = addressOf(route, input);
  const response = await fetch(`${url}${path}`, { method: route.method, signal, headers: { cookie: by.cookie, 'content-type': 'application/json' }, body: JSON.stringify(body) });
  return { status: response.status, body: await response.json() };
}

async function clerk(db: Db, name: string, role: Role, profession: Profession | null = null, receivingTeamId: string | null = null): Promise<Clerk> {
  const now = new Date().toISOString();
  const organisationId = await ensureOrganisation(db, 'County Council', 'council');
  const { accountId, staffId } = await createAccount(db, { username: name.toLowerCase().replaceAll(' ', '.'), name, organisationId, profession, passwordHash: null, now, skills: usualSkills(profession) });
  await createGrant(db, { accountId, role, receivingTeamId, from: '2020-01-01T00:00:00.000Z', until: null });
  return { staffId, cookie: `${COOKIE}=${await openSession(db, accountId, { idleMinutes: 60, hours: 12 })}` };
}

/** Everybody whom a storm needs, on duty. */
export async function castOf({ db }: Deployment, url: string): Promise<Cast<Clerk>> {
  const organisationId = await ensureOrganisation(db, 'County Council', 'council');
  const receivingTeamIds = [crypto.randomUUID(), crypto.randomUUID()] as const;
  for (const [index, kind] of ['day-team', 'edt-desk'].entries()) {
    await db.query('INSERT INTO receiving_team (id, organisation_id, name, kind, starts_at) VALUES ($1, $2, $3, $4, $5)', [receivingTeamIds[index], organisationId, kind, kind, '09:00']);
  }
  const seated = async (one: Promise<Clerk>, seat: 'control' | 'edt' | 'responder', teamId: string | null = null): Promise<Clerk> => {
    const { status } = await ask(url, await one, bookOn, { seat, teamId });
    if (status !== 200) throw new Error(`somebody could not book on: ${status}`);
    return one;
  };
  const [coordinators, supervisors, teamIds, responders]: [Clerk[], Clerk[], string[], Clerk[]] = [[], [], [], []];
  for (const number of [1, 2]) {
    const coordinator = await seated(clerk(db, `Coordinator ${number}`, 'coordinator'), 'control');
    coordinators.push(coordinator);
    supervisors.push(await seated(clerk(db, `Supervisor ${number}`, 'supervisor'), 'control'));
    const { body } = await ask(url, coordinator, formTeam, { callSign: `Burnley ${number}`, vehicle: null, districtCodes: [] });
    const teamId = String(Reflect.get(Object(Reflect.get(Object(body), 'ids')), 'teamId'));
    teamIds.push(teamId);
    for (const profession of ['constable', 'social-worker'] as const) responders.push(await seated(clerk(db, `${profession} ${number}`, 'responder', profession), 'responder', teamId));
  }
  return {
    coordinators, supervisors, responders, receivingTeamIds, teamIds, edt: [await seated(clerk(db, 'Desk 1', 'edt', 'social-worker'), 'edt')], receivers: [await clerk(db, 'Day 1', 'receiving-team', null, receivingTeamIds[0])],
  };
}
