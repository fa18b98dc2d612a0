// Gives the embedded server our database and its two roles: one that owns the schema, one that may only use it.
import { randomBytes } from 'node:crypto';
import { open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { escapeIdentifier, escapeLiteral, type Client } from 'pg';
import { z } from 'zod';
import { ADVISORY_KEYS } from './advisory-keys.ts';
import { exists } from './embedded/build-folder-once.ts';
import { withClient } from './with-client.ts';

export const OWNER_ROLE = 'nightjar_owner';
export const APP_ROLE = 'nightjar_app';

export interface DatabaseUrls {
  /** For the application: no rights over definitions, and over rows only what migrations grant. */
  databaseUrl: string;
  /** For `migrate`, `backup` and `restore`. */
  migrateDatabaseUrl: string;
}

const passwordsFile = z.strictObject({ [OWNER_ROLE]: z.string(), [APP_ROLE]: z.string() });
type Passwords = z.infer<typeof passwordsFile>;

/** Done at every start: it creates what is missing and leaves the rest. The passwords are kept in `roles.json`, 0600, in `secretsFolder`. */
export async function provideDatabase(adminUrl: string, secretsFolder: string, database = 'nightjar'): Promise<DatabaseUrls> {
  const passwords = await withClient(adminUrl, 'roles', async (admin) => {
    // Held until the connection ends: of two processes that start at once, the second finds all done.
    await admin.query('SELECT pg_advisory_lock($1)', [ADVISORY_KEYS.roles]);
    // The log of the server quotes statements that fail, and ours carry passwords.
    await admin.query('SET log_min_error_statement = panic');
    const kept = await keepPasswords(secretsFolder);
    await provideRole(admin, OWNER_ROLE, kept[OWNER_ROLE]);
    await provideRole(admin, APP_ROLE, kept[APP_ROLE]);
    await createDatabase(admin, database);
    await withClient(urlFor(adminUrl, { database }), 'roles', closeSchema);
    return kept;
  });
  return {
    databaseUrl: urlFor(adminUrl, { database, role: APP_ROLE, password: passwords[APP_ROLE] }),
    migrateDatabaseUrl: urlFor(adminUrl, { database, role: OWNER_ROLE, password: passwords[OWNER_ROLE] }),
  };
}

/** The same server, as another role or in another database. */
export function urlFor(url: string, to: { database: string; role?: string; password?: string }): string {
  const changed = new URL(url);
  changed.pathname = `/${to.database}`;
  changed.username = to.role ?? changed.username;
  changed.password = to.password ?? changed.password;
  return changed.href;
}

async function provideRole(admin: Client, role: string, password: string): Promise<void> {
  const { rowCount } = await admin.query('SELECT FROM pg_roles WHERE rolname = $1', [role]);
  const verb = rowCount ? 'ALTER' : 'CREATE';
  await admin.query(`${verb} ROLE ${escapeIdentifier(role)} LOGIN PASSWORD ${escapeLiteral(password)}`);
}

async function createDatabase(admin: Client, database: string): Promise<void> {
  const { rowCount } = await admin.query('SELECT FROM pg_database WHERE datname = $1', [database]);
  const name = escapeIdentifier(database);
  if (!rowCount) await admin.query(`CREATE DATABASE ${name} OWNER ${OWNER_ROLE}`);
  await admin.query(`REVOKE ALL ON DATABASE ${name} FROM PUBLIC`);
  await admin.query(`GRANT CONNECT ON DATABASE ${name} TO ${APP_ROLE}`);
}

async function closeSchema(admin: Client): Promise<void> {
  await admin.query(`REVOKE ALL ON SCHEMA public FROM PUBLIC`);
  await admin.query(`GRANT USAGE ON SCHEMA public TO ${APP_ROLE}`);
}

/** Called under the lock, and written under another name first: a crash leaves a whole file or none. */
async function keepPasswords(folder: string): Promise<Passwords> {
  const file = join(folder, 'roles.json');
  if (await exists(file)) return passwordsFile.parse(JSON.parse(await readFile(file, 'utf8')));
  const passwords: Passwords = { [OWNER_ROLE]: newPassword(), [APP_ROLE]: newPassword() };
  const draft = await open(`${file}.draft`, 'w', 0o600);
  try {
    await draft.writeFile(JSON.stringify(passwords));
    await draft.sync();
  } finally {
    await draft.close();
  }
  await rename(`${file}.draft`, file);
  return passwords;
}

function newPassword(): string {
  return randomBytes(24).toString('base64url');
}
