// The options that say what an account may do: a role, for a receiving team its name, and until when.
import { Option, type Command } from 'commander';
import { z } from 'zod';
import type { Id } from '../../shared/domain/incident-file.ts';
import { ROLES } from '../../shared/domain/visibility.ts';
import { Instant } from '../../shared/protocol/fields.ts';
import type { Tx } from '../database/transaction.ts';
import { grantRole } from '../identity/accounts.commands.ts';

const EXAMPLE = '2027-01-31T08:00:00Z';

export const withGrantOptions = (command: Command, role: Option): Command => command
  .addOption(role.choices(ROLES))
  .option('--receiving-team <name>', 'the team that the role receiving-team is for')
  .option('--until <moment>', `when the role ends, such as ${EXAMPLE} (default: for good)`);

const Until = z.unknown().refine((until) => Instant.safeParse(until).success, `must be a moment with its offset, such as ${EXAMPLE}`).pipe(Instant);
const GrantOptions = z.object({ role: z.enum(ROLES), receivingTeam: z.string().optional(), until: Until.optional() });

/** Refuses as the screen does: a window that has passed, a receiving-team role without its team. */
export async function grantByOptions(tx: Tx, commandId: Id, accountId: Id, options: unknown): Promise<void> {
  const { role, receivingTeam, until = null } = GrantOptions.parse(options);
  const receivingTeamId = receivingTeam === undefined ? null : await receivingTeamNamed(tx, receivingTeam);
  await grantRole(tx, { commandId, accountId, role, receivingTeamId, until });
}

async function receivingTeamNamed(tx: Tx, name: string): Promise<Id> {
  const [team] = await tx.query<{ id: Id }[]>('SELECT id FROM receiving_team WHERE name = $1', [name]);
  if (team === undefined) throw new Error(`There is no receiving team ${name}.`);
  return team.id;
}
