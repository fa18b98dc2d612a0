// Who somebody is, as their own screen shows it.
import type { Me } from '../../shared/protocol/session.ts';
import type { Instant } from '../../shared/domain/instant.ts';
import type { Queryable } from '../database/connect.ts';
import { dateOf } from '../../shared/domain/duty-night.ts';
import { skillsOn } from '../../shared/domain/skill.ts';
import type { Rooms } from '../http/rooms.ts';
import { certificatesOf } from './certificate.store.ts';
import type { Actor } from './actor.ts';

export async function meOf(rooms: Rooms, db: Queryable, actor: Actor): Promise<Me> {
  const [duty] = actor.dutyId === null ? [] : await db.query<{ startedAt: Instant }[]>('SELECT started_at AS "startedAt" FROM duty WHERE id = $1', [actor.dutyId]);
  return {
    accountId: actor.accountId, staffId: actor.staffId, name: actor.name, organisationId: actor.organisationId, organisation: actor.organisation, profession: actor.profession,
    skills: skillsOn((await certificatesOf(db, [actor.staffId])).get(actor.staffId) ?? [], dateOf(rooms.clock.now())), roles: [...actor.roles],
    receivingTeams: await db.query<{ id: string; name: string }[]>('SELECT id, name FROM receiving_team WHERE id = ANY($1) ORDER BY name', [actor.receivingTeamIds]),
    duty: duty === undefined || actor.dutyId === null || actor.seat === null ? null : { id: actor.dutyId, seat: actor.seat, teamId: actor.teamId, startedAt: duty.startedAt },
    deployment: { kind: rooms.clock.kind, tileUrl: rooms.config.MAP_TILE_URL ?? null, tileAttribution: rooms.config.MAP_TILE_ATTRIBUTION },
  };
}
