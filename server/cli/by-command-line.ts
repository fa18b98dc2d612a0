// Runs a command as the command line: a system actor, so that the log names nobody who was not there. The log shows it as Nightjar’s own.
import type { Id } from '../../shared/domain/incident-file.ts';
import { wallNow, type Clock } from '../clock/clock.ts';
import { openDeployment } from '../clock/deployment.ts';
import type { Queryable } from '../database/connect.ts';
import { runCommand, type CommandContext } from '../database/run-command.ts';
import { newId, type Tx } from '../database/transaction.ts';
import { existingLogKeys, openLogKeys } from '../events/keys.ts';
import { NIGHTJAR } from '../identity/actor.ts';
import { linkPath, makeLink } from '../identity/one-time-link.ts';
import { say, type Deployment } from './with-database.ts';

/** `route` names the command in the table of answered commands; the work is given its id. */
export async function byCommandLine<T>(deployment: Deployment, route: string, work: (tx: Tx, commandId: Id) => Promise<T>): Promise<T> {
  const commandId = newId();
  const { answer } = await runCommand(await commandContextOf(deployment), NIGHTJAR, { commandId, route, input: {} }, (tx) => work(tx, commandId));
  return answer;
}

/** What a command runs in, for whoever runs many. */
export async function commandContextOf(deployment: Deployment): Promise<CommandContext> {
  const { config, db, home } = deployment;
  const clock = await clockOf(deployment);
  // An embedded database and its key share a home; elsewhere a key made here would be the wrong one.
  const keys = config.DATABASE_URL === undefined ? await openLogKeys(home, config.LOG_KEY) : await existingLogKeys(config, home);
  return { db, clock, keys, committed: () => undefined };
}

/** Grants begin and end in domain time, which in a rehearsal is not the wall’s. */
async function clockOf({ config, db }: Deployment): Promise<Clock> {
  if (!config.demo) return openDeployment(db, 'live', wallNow());
  const started = await db.query<unknown[]>('SELECT FROM deployment');
  if (started.length === 0) throw new Error('It has not been started yet: start it once, it makes its own people.');
  return openDeployment(db, 'rehearsal', wallNow());
}

export async function accountNamed(db: Queryable, username: string): Promise<Id> {
  const [account] = await db.query<{ id: Id }[]>('SELECT id FROM account WHERE username = $1', [username.toLowerCase()]);
  if (account === undefined) throw new Error(`There is no account ${username}.`);
  return account.id;
}

/** After the commit, as on the screen: an earlier link of the account stops working. */
export async function sayPasswordLink({ config, db }: Deployment, username: string, accountId: Id): Promise<void> {
  const link = `${config.PUBLIC_ORIGIN?.replace(/\/$/, '') ?? ''}${linkPath(await makeLink(db, 'password', accountId))}`;
  say(`${username} sets a password here, once, within 24 hours:\n  ${link}`);
}
