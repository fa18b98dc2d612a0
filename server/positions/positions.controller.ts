// Positions in, and who looked at one's own: a line a route.
import { heldBetween, instantOf, plusMinutes } from '../../shared/domain/instant.ts';
import * as routes from '../../shared/protocol/duties.ts';
import { Refused } from '../database/transaction.ts';
import { actorOf, controllerOf, exchanging, reading } from '../http/handle.ts';
import type { PositionStream } from './position-stream.ts';

const OLDEST_MINUTES = -12 * 60;

export const positionsController = (stream: PositionStream) => controllerOf(
  exchanging(routes.reportPositions, async (rooms, input, request) => {
    const actor = actorOf(request);
    const { dutyId } = actor;
    const sharing = dutyId === null ? [] : await rooms.db.query<unknown[]>('SELECT 1 FROM duty WHERE id = $1 AND ended_at IS NULL AND sharing', [dutyId]);
    if (dutyId === null || sharing.length === 0) throw new Refused('not-on-duty');
    const now = rooms.clock.now();
    const fixes = input.fixes.map((fix) => ({
      dutyId, staffId: actor.staffId, teamId: actor.teamId, lat: fix.lat, lon: fix.lon, accuracyM: fix.accuracyM,
      at: heldBetween(plusMinutes(now, OLDEST_MINUTES), instantOf(Date.parse(fix.at) + fix.offsetMs), now),
    }));
    stream.take(fixes);
    return { taken: fixes.length };
  }),
  reading(routes.positionLookups, async ({ db, actor }) => actor.dutyId === null ? [] : db.query<{ by: string; from: string; until: string }[]>(
    `SELECT s.name AS by, w.from_at AS "from", w.until_at AS until FROM position_watch w JOIN staff s ON s.id = w.staff_id JOIN duty d ON d.id = $1
     WHERE w.until_at >= d.started_at ORDER BY w.until_at DESC LIMIT 50`, [actor.dutyId])),
);
