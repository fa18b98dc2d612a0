// Looks at where those are who are at one door together: apart for too long, control is told, once; together again, that is over.
import type { Id } from '../../shared/domain/incident-file.ts';
import { minutesBetween, type Instant } from '../../shared/domain/instant.ts';
import { areApart, tellParted, tellTogether, type Located } from '../../shared/domain/parting.ts';
import { byItself, type AlarmContext } from '../alarms/fire-alarms.ts';
import type { Queryable } from '../database/connect.ts';
import { newId } from '../database/transaction.ts';
import { accept } from '../../shared/domain/decision.ts';
import { appendRecorded } from '../events/append.ts';
import { changeIncident } from '../incidents/change-incident.ts';
import { policyNow } from '../incidents/policy.store.ts';

interface Pair { incidentId: Id; taskId: Id; one: Id; other: Id; told: boolean; oneLat: number; oneLon: number; oneAccuracy: number | null; oneAt: Instant; otherLat: number; otherLon: number; otherAccuracy: number | null; otherAt: Instant }

const PAIRS = `
  SELECT a.incident_id AS "incidentId", a.task_id AS "taskId", a.id AS one, b.id AS other, p.lat AS "oneLat", p.lon AS "oneLon", p.accuracy_m AS "oneAccuracy", p.at AS "oneAt",
    q.lat AS "otherLat", q.lon AS "otherLon", q.accuracy_m AS "otherAccuracy", q.at AS "otherAt",
    EXISTS (SELECT FROM parting x WHERE x.incident_id = a.incident_id AND x.ended_at IS NULL AND a.id = ANY(x.assignment_ids) AND b.id = ANY(x.assignment_ids)) AS told
  FROM assignment a JOIN assignment b ON b.task_id = a.task_id AND b.id > a.id AND b.kind = 'visit' AND b.state = 'there'
    JOIN position_latest p ON p.duty_id = a.duty_id JOIN position_latest q ON q.duty_id = b.duty_id
  WHERE a.kind = 'visit' AND a.state = 'there'`;
const findPairs = (db: Queryable): Promise<Pair[]> => db.query(PAIRS);
const LOOK_MS = 3_000;

const located = (lat: number, lon: number, accuracyM: number | null, at: Instant): Located => ({ lat, lon, accuracyM, at });

/** Remembers since when each pair is apart; a restart begins to count anew. Answers how many were told, or were over. */
export function makePartingWatch(context: AlarmContext): () => Promise<number> {
  const since = new Map<string, Instant>();
  let lookedAt = -LOOK_MS;
  return async () => {
    if (performance.now() - lookedAt < LOOK_MS) return 0;
    lookedAt = performance.now();
    const now = context.clock.now();
    const pairs = await findPairs(context.db);
    const keys = new Set(pairs.map(keyOf));
    for (const key of since.keys()) if (!keys.has(key)) since.delete(key);
    if (pairs.length === 0) return 0;
    const { crew } = (await policyNow(context.db, now)).body;
    let told = 0;
    for (const pair of pairs) {
      const apart = areApart(located(pair.oneLat, pair.oneLon, pair.oneAccuracy, pair.oneAt), located(pair.otherLat, pair.otherLon, pair.otherAccuracy, pair.otherAt), crew, now);
      if (apart === null) continue;
      if (!apart) since.delete(keyOf(pair));
      const first = since.get(keyOf(pair)) ?? now;
      if (apart) since.set(keyOf(pair), first);
      if (apart !== pair.told && (!apart || minutesBetween(first, now) >= crew.apartMinutes)) told += await tell(context, pair, apart ? first : null);
    }
    return told;
  };
}

const keyOf = ({ one, other }: Pair): string => `${one} ${other}`;

const tell = (context: AlarmContext, { incidentId, taskId, one, other }: Pair, since: Instant | null): Promise<number> => byItself(context, async (tx) => {
  // Asked again under the lock: one may have left, or another server may have told it.
  await changeIncident(tx, incidentId, { unseen: true }, (file, who) =>
    accept(...(since === null ? tellTogether(file, [one, other], who) : tellParted(file, { partingId: newId(), taskId, assignmentIds: [one, other], since }, who))));
  await appendRecorded(tx);
  return 1;
});
