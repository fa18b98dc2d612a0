// Where a bench plays: a Postgres as it is shipped, databases of their own, compiled servers as processes of their own, people signed in.
import { fork, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { wallNow } from '../../server/clock/clock.ts';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../../server/database/embedded-postgres.ts';
import { migrate } from '../../server/database/migrate.ts';
import { provideDatabase } from '../../server/database/roles.ts';
import { withClient } from '../../server/database/with-client.ts';
import { createAccount, createGrant, ensureOrganisation } from '../../server/identity/account.store.ts';
import { COOKIE, openSession } from '../../server/identity/session.store.ts';
import type { Role } from '../../shared/domain/visibility.ts';
import { announceRun, createTestDatabase, TEMPLATE } from '../support/postgres.ts';

export interface Running { url: string; pid: number; stop(): Promise<void> }
export interface Seat { staffId: string; cookie: string }
/** One database, with a client of its own to look into it and fill it. */
export interface Ground {
  databaseUrl: string;
  adminUrl: string;
  sql<T>(text: string, parameters?: unknown[]): Promise<T[]>;
  /** A compiled server on it; another address where something stands between. */
  serve(options?: { databaseUrl?: string; settings?: Record<string, string> }): Promise<Running>;
  person(name: string, role: Role, receivingTeamId?: string): Promise<Seat>;
}
export interface Stage {
  postgres: string;
  plans: boolean;
  ground(): Promise<Ground>;
  /** A program of this folder as a process of its own, which answers messages. */
  program(file: string): Program;
  /** Gives back whatever the bench before it took. */
  clear(): Promise<void>;
  close(): Promise<void>;
}
export interface Program { ask<T>(question: object): Promise<T>; stop(): Promise<void> }
/** A program's questions, by their type. */
export const asking = <Q extends object>(program: Program) => <T>(question: Q): Promise<T> => program.ask<T>(question);

const MAIN = join(import.meta.dirname, '../../dist/server/main.js');

export async function openStage({ plans }: { plans: boolean }): Promise<Stage> {
  const home = await mkdtemp(join(tmpdir(), 'nightjar-bench-'));
  await chmod(home, 0o711);
  const postgres = await startWithCommitTimes(home);
  const urls = await provideDatabase(postgres.adminUrl, dirname(postgres.dataDir), TEMPLATE);
  await migrate(urls.migrateDatabaseUrl);
  announceRun({ adminUrl: postgres.adminUrl, ...urls });
  let taken: (() => Promise<void>)[] = [];
  const stage: Stage = {
    plans, postgres: await versionOf(postgres.adminUrl),
    async ground() {
      const ground = await openGround(home);
      taken.push(ground.close);
      return ground;
    },
    program(file) {
      const program = startProgram(file);
      taken.push(program.stop);
      return program;
    },
    async clear() {
      for (const give of taken.toReversed()) await give();
      taken = [];
    },
    async close() {
      await stage.clear();
      await postgres.stop();
      await rm(home, { recursive: true, force: true });
    },
  };
  return stage;
}

/** As it is shipped, but that it remembers when each transaction committed: the event at which both clocks of a comparison start. */
async function startWithCommitTimes(home: string): Promise<EmbeddedPostgres> {
  const plain = await startEmbeddedPostgres({ home });
  await withClient(plain.adminUrl, 'bench', (admin) => admin.query('ALTER SYSTEM SET track_commit_timestamp = on'));
  await plain.stop();
  return startEmbeddedPostgres({ home });
}

const versionOf = (url: string): Promise<string> =>
  withClient(url, 'bench', async (admin) => `Postgres ${(await admin.query<{ server_version: string }>('SHOW server_version')).rows[0]?.server_version ?? ''}`);

async function openGround(home: string): Promise<Ground & { close(): Promise<void> }> {
  const database = await createTestDatabase();
  const client = new pg.Client({ connectionString: database.adminUrl });
  await client.connect();
  const sql = async <T>(text: string, parameters: unknown[] = []): Promise<T[]> => (await client.query(text, parameters)).rows;
  const db = { query: async <T>(text: string, parameters: unknown[] = []): Promise<T> => await sql(text, parameters) as T };
  const servers = new Set<Running>();
  return {
    databaseUrl: database.databaseUrl, adminUrl: database.adminUrl, sql,
    async serve({ databaseUrl = database.databaseUrl, settings = {} } = {}) {
      const server = await startServer({
        PATH: process.env.PATH, PORT: '0', DATABASE_URL: databaseUrl, MIGRATE_DATABASE_URL: database.migrateDatabaseUrl, NIGHTJAR_HOME: home, LOG_LEVEL: 'error', LOG_KEY: 'a key for the log of a night of benches', ...settings,
      });
      servers.add(server);
      return server;
    },
    async person(name, role, receivingTeamId) {
      const organisationId = await ensureOrganisation(db, 'County Council', 'council');
      const { accountId, staffId } = await createAccount(db, { username: name.toLowerCase().replaceAll(' ', '.'), name, organisationId, profession: null, passwordHash: null, now: wallNow() });
      await createGrant(db, { accountId, role, receivingTeamId: receivingTeamId ?? null, from: '2020-01-01T00:00:00.000Z', until: null });
      return { staffId, cookie: `${COOKIE}=${await openSession(db, accountId, { idleMinutes: 60, hours: 12 })}` };
    },
    async close() {
      for (const server of servers) await server.stop();
      await client.end();
      await database.drop();
    },
  };
}

async function startServer(env: NodeJS.ProcessEnv): Promise<Running> {
  const child = spawn(process.execPath, [MAIN], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const exited = once(child, 'exit');
  const said: string[] = [];
  const port = await new Promise<string>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (text: Buffer) => {
        said.push(text.toString());
        const found = /serves at http:\/\/[^\s:]+:(\d+)/.exec(said.join(''))?.[1];
        if (found !== undefined) resolve(found);
      });
    }
    void exited.then(() => reject(new Error(`The compiled server did not start (is it built?):\n${said.join('')}`)));
  });
  return {
    url: `http://127.0.0.1:${port}`, pid: child.pid ?? 0,
    async stop() {
      child.kill('SIGTERM');
      await exited;
    },
  };
}

/** One question at a time; what it throws is thrown here. */
function startProgram(file: string): Program {
  const child: ChildProcess = fork(join(import.meta.dirname, file), { execArgv: [] });
  const exited = once(child, 'exit');
  return {
    ask: <T>(question: object) => new Promise<T>((resolve, reject) => {
      const answer = (message: { answer?: T; problem?: string }): void => {
        child.off('message', answer);
        if (message.problem !== undefined) reject(new Error(`${file}: ${message.problem}`));
        else resolve(message.answer as T);
      };
      child.on('message', answer);
      child.send(question);
    }),
    async stop() {
      child.kill('SIGKILL');
      await exited;
    },
  };
}
