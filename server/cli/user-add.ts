// nightjar user add: a staff member with an account, and a one-time link to set the password.
import { Option, type Command } from 'commander';
import { z } from 'zod';
import { PROFESSIONS } from '../../shared/domain/activity.ts';
import type { Id } from '../../shared/domain/incident-file.ts';
import { addAccount, addOrganisation as addOrganisationRoute } from '../../shared/protocol/admin.ts';
import type { Tx } from '../database/transaction.ts';
import { record } from '../events/append.ts';
import { createAccount } from '../identity/account.store.ts';
import { addOrganisation } from '../identity/accounts.commands.ts';
import { byCommandLine, sayPasswordLink } from './by-command-line.ts';
import { grantByOptions, withGrantOptions } from './grant-options.ts';
import { say, withDatabase } from './with-database.ts';

const { username: Username, name: Name } = addAccount.body.shape;
const { kind: Kind, name: OrganisationName } = addOrganisationRoute.body.shape;
const AddOptions = z.object({ username: Username, name: Name, organisation: OrganisationName, kind: Kind.optional(), profession: z.enum(PROFESSIONS).nullable().default(null), role: z.string().optional() });

export function addUserAddCommand(user: Command): void {
  const add = user.command('add').description('add a staff member with an account; prints a one-time link to set the password')
    .argument('<username>', '2 to 40 of a–z, 0–9, dot, dash or underscore')
    .requiredOption('--name <name>', 'as colleagues know them')
    .requiredOption('--organisation <name>', 'the organisation that they work for; made if it is not there and --kind says what it is')
    .addOption(new Option('--kind <kind>', 'of a new organisation').choices(Kind.options))
    .addOption(new Option('--profession <profession>', 'default: none, such as for an administrator').choices(PROFESSIONS));
  withGrantOptions(add, new Option('--role <role>', 'what they may do (default: nothing, until “user grant”)'))
    .action((username: string, options: object, command: Command) => withDatabase(command, async (deployment) => {
      const person = AddOptions.parse({ ...options, username });
      const accountId = await byCommandLine(deployment, 'user add', async (tx, commandId) => {
        const organisationId = await organisationFor(tx, commandId, person);
        const account = await createAccount(tx, { ...person, organisationId, passwordHash: null, now: tx.now });
        record(tx, { name: 'account.added', at: tx.now, byId: tx.actor.staffId, entityType: 'account', entityId: account.accountId, incidentId: null, payload: {} });
        if (person.role !== undefined) await grantByOptions(tx, commandId, account.accountId, options);
        return account.accountId;
      });
      say(`${person.username} is added${person.role === undefined ? ', and may do nothing until a role is granted' : ` as ${person.role}`}.`);
      await sayPasswordLink(deployment, person.username, accountId);
    }));
}

async function organisationFor(tx: Tx, commandId: Id, { organisation, kind }: z.infer<typeof AddOptions>): Promise<Id> {
  const [known] = await tx.query<{ id: Id; kind: string }[]>('SELECT id, kind FROM organisation WHERE name = $1', [organisation]);
  if (known !== undefined && kind !== undefined && known.kind !== kind) throw new Error(`${organisation} is there already, and is of the kind ${known.kind}, not ${kind}.`);
  if (known !== undefined) return known.id;
  if (kind === undefined) throw new Error(`There is no organisation ${organisation}: to make it, say --kind ${Kind.options.join(' or ')}.`);
  const made = await addOrganisation(tx, { commandId, name: organisation, kind });
  if (made?.organisationId === undefined) throw new Error(`The organisation ${organisation} was not made.`);
  return made.organisationId;
}
