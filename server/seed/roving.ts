// The demo's crews drive: their tablets report by themselves, but for one that has fallen silent, and those a person has taken the seat of.
import { greatCircleKm } from '../../shared/domain/distance.ts';
import { wallNow, type Clock } from '../clock/clock.ts';
import type { Queryable } from '../database/connect.ts';
import { storeFixes, type Fix } from '../positions/position.store.ts';

const EVERY_MS = 15_000;
const KM_PER_TICK = 0.17;
const SILENT = 'P2';

interface Rover { dutyId: string; staffId: string; teamId: string | null; callSign: string; lat: number; lon: number; toLat: number | null; toLon: number | null }

/** Whoever has a session reports from their own device, and is left alone. */
const ROVERS = `
  SELECT d.id AS "dutyId", d.staff_id AS "staffId", d.team_id AS "teamId", t.call_sign AS "callSign", p.lat, p.lon, l.lat AS "toLat", l.lon AS "toLon"
  FROM duty d JOIN team t ON t.id = d.team_id JOIN position_latest p ON p.duty_id = d.id
  LEFT JOIN assignment a ON a.duty_id = d.id AND a.state = 'going' LEFT JOIN incident i ON i.id = a.incident_id LEFT JOIN location l ON l.id = i.location_id
  WHERE d.ended_at IS NULL AND d.sharing AND t.call_sign <> $1
    AND NOT EXISTS (SELECT FROM account ac JOIN session s ON s.account_id = ac.id WHERE ac.staff_id = d.staff_id)`;

export function startRoving(db: Queryable, clock: Clock, failed: (error: unknown) => void): { stop(): void } {
  const tick = async (): Promise<void> => {
    const fixes = (await db.query<Rover[]>(ROVERS, [SILENT])).map((rover): Fix => ({ dutyId: rover.dutyId, staffId: rover.staffId, teamId: rover.teamId, ...moved(rover), accuracyM: 15, at: clock.now() }));
    await storeFixes(db, fixes, fixes, wallNow());
  };
  const timer = setInterval(() => void tick().catch(failed), EVERY_MS);
  void tick().catch(failed);
  return { stop: () => clearInterval(timer) };
}

/** Straight towards where they are going; parked otherwise. */
function moved({ lat, lon, toLat, toLon }: Rover): { lat: number; lon: number } {
  if (toLat === null || toLon === null) return { lat, lon };
  const km = greatCircleKm({ lat, lon }, { lat: toLat, lon: toLon });
  const share = km <= KM_PER_TICK ? 1 : KM_PER_TICK / km;
  return { lat: lat + (toLat - lat) * share, lon: lon + (toLon - lon) * share };
}
