// nightjar user disable, enable, password-link: the same commands as the administrator's screen.
import type { Command } from 'commander';
import type { Id } from '../../shared/domain/incident-file.ts';
import type { Tx } from '../database/transaction.ts';
import { record } from '../events/append.ts';
import { disableAccount, enableAccount } from '../identity/accounts.commands.ts';
import { closeSessionsOf } from '../identity/session.store.ts';
import { accountNamed, byCommandLine, sayPasswordLink } from './by-command-line.ts';
import { say, withDatabase, type Deployment } from './with-database.ts';

interface Change {
  verb: string;
  description: string;
  change(tx: Tx, accountId: Id, commandId: Id): Promise<unknown>;
  afterwards(deployment: Deployment, username: string, accountId: Id): Promise<void> | void;
}

const CHANGES: readonly Change[] = [
  {
    verb: 'disable', description: 'no more sign-in; their screens end within two seconds',
    change: (tx, accountId, commandId) => disableAccount(tx, { commandId, accountId }),
    afterwards: (_deployment, username) => say(`${username} is disabled, and signed out everywhere.`),
  },
  {
    verb: 'enable', description: 'sign-in again, with the password and the roles from before',
    change: (tx, accountId, commandId) => enableAccount(tx, { commandId, accountId }),
    afterwards: (_deployment, username) => say(`${username} is enabled.`),
  },
  { verb: 'password-link', description: 'forget the password, end the sessions, and print a one-time link to set a new one', change: forgetPassword, afterwards: sayPasswordLink },
];

async function forgetPassword(tx: Tx, accountId: Id): Promise<void> {
  await tx.query('UPDATE account SET password_hash = NULL WHERE id = $1', [accountId]);
  await closeSessionsOf(tx, accountId);
  record(tx, { name: 'account.passwordReset', at: tx.now, byId: tx.actor.staffId, entityType: 'account', entityId: accountId, incidentId: null, payload: {} });
}

export function addUserChangeCommands(user: Command): void {
  for (const { verb, description, change, afterwards } of CHANGES) {
    user.command(verb).description(description).argument('<username>').action((username: string, _options, command: Command) =>
      withDatabase(command, async (deployment) => {
        const accountId = await accountNamed(deployment.db, username);
        await byCommandLine(deployment, `user ${verb}`, (tx, commandId) => change(tx, accountId, commandId));
        await afterwards(deployment, username, accountId);
      }));
  }
}
