// nightjar user list: every account, with what it may do now and later.
import type { Command } from 'commander';
import type { AccountView } from '../../shared/protocol/views.ts';
import { listAccounts } from '../identity/account.store.ts';
import { say, withDatabase } from './with-database.ts';

const HEADINGS = ['USER NAME', 'NAME', 'ORGANISATION', 'STATE', 'LAST SIGN-IN', 'ROLES'];

export function addUserListCommand(user: Command): void {
  user.command('list').description('every account, its state and its roles').action((_options, command: Command) => withDatabase(command, async ({ db }) => {
    const accounts = await listAccounts(db);
    if (accounts.length === 0) return say('Nobody has an account yet.');
    for (const line of aligned([HEADINGS, ...accounts.map(cellsOf)])) say(line);
  }));
}

const cellsOf = ({ username, name, organisation, disabledAt, lastSignInAt, grants }: AccountView): string[] =>
  [username, name, organisation, disabledAt === null ? 'enabled' : 'disabled', lastSignInAt ?? 'never', grants.map(grantText).join(', ') || 'none'];

const grantText = ({ role, receivingTeam, from, until }: AccountView['grants'][number]): string =>
  `${role}${receivingTeam === null ? '' : ` for ${receivingTeam}`} from ${from}${until === null ? '' : ` until ${until}`}`;

/** The last column is left as long as it is. */
function aligned(rows: readonly (readonly string[])[]): string[] {
  const widths = HEADINGS.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) => row.map((cell, column) => (column === HEADINGS.length - 1 ? cell : cell.padEnd(widths[column] ?? 0))).join('  '));
}
