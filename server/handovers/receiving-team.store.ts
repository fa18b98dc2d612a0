// The teams that take handovers, and by when each should have taken one.
import { nextWorkingDayAt } from '../../shared/domain/working-time.ts';
import type { ReceivingKind } from '../../shared/domain/decide-handover.ts';
import type { Id } from '../../shared/domain/incident-file.ts';
import { plusMinutes, type Instant } from '../../shared/domain/instant.ts';
import type { ReceivingTeamView } from '../../shared/protocol/handovers.ts';
import type { Queryable } from '../database/connect.ts';

export interface ReceivingTeam { id: Id; organisationId: Id; name: string; kind: ReceivingKind; startsAt: string }
/** The EDT desk is awake: half an hour is long. */
const EDT_MINUTES = 30;

export async function findReceivingTeam(db: Queryable, id: Id): Promise<ReceivingTeam | null> {
  const [row] = await db.query<ReceivingTeam[]>('SELECT id, organisation_id AS "organisationId", name, kind, starts_at AS "startsAt" FROM receiving_team WHERE id = $1', [id]);
  return row ?? null;
}

export const listTeams = (db: Queryable): Promise<ReceivingTeamView[]> => db.query<ReceivingTeamView[]>(
  `SELECT r.id, r.name, r.kind, o.name AS organisation, r.starts_at AS "startsAt",
    r.kind = 'edt-desk' OR EXISTS (SELECT FROM role_grant g JOIN account a ON a.id = g.account_id WHERE g.receiving_team_id = r.id AND g.until_at IS NULL AND a.disabled_at IS NULL) AS "hasAccounts"
   FROM receiving_team r JOIN organisation o ON o.id = r.organisation_id ORDER BY r.kind DESC, r.name`);

/** A day team by its start on the next working day; bank holidays and weekends count as nights. */
export const dueAtOf = (team: Pick<ReceivingTeam, 'kind' | 'startsAt'>, now: Instant): Instant =>
  team.kind === 'edt-desk' ? plusMinutes(now, EDT_MINUTES) : nextWorkingDayAt(now, team.startsAt);
