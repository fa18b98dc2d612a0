// What a debrief is made of, in three queries by night: incidents that this viewer may know of, who was sent to them, and which crews were at work.
import { dateOf, dutyNightOf, nightStart } from '../../shared/domain/duty-night.ts';
import type { Profession } from '../../shared/domain/activity.ts';
import type { CrewAtWork, DebriefDispatch, DebriefFacts } from '../../shared/domain/debrief-facts.ts';
import { incidentRef, type Id, type Incident } from '../../shared/domain/incident-file.ts';
import { minutesBetween, plusMinutes, type Instant } from '../../shared/domain/instant.ts';
import { skillsOn } from '../../shared/domain/skill.ts';
import { isControl } from '../../shared/domain/visibility.ts';
import { Refused } from '../database/transaction.ts';
import type { Queryable } from '../database/connect.ts';
import type { Actor } from '../identity/actor.ts';
import { visibleTo } from '../incidents/visible-to.ts';
import { certificatesOf } from '../identity/certificate.store.ts';

export interface Stretch { from: Instant; until: Instant }

const MOST_MINUTES = 31 * 24 * 60 + 60;
/** What was reported up to two days before may still hold a crew: a Grade 3 waits as long. */
const STILL_AT_WORK_MINUTES = 48 * 60;

/** A played rehearsal from its start, otherwise tonight; never beyond now. */
export async function stretchOf(db: Queryable, now: Instant, asked: { from?: Instant | undefined; until?: Instant | undefined }): Promise<Stretch & { rehearsal: boolean }> {
  const [deployment] = await db.query<{ rehearsal: boolean; playedFrom: Instant | null }[]>(
    `SELECT kind = 'rehearsal' AS rehearsal, CASE WHEN seed IS NOT NULL THEN started_at END AS "playedFrom" FROM deployment`);
  const until = asked.until === undefined || asked.until > now ? now : asked.until;
  const from = asked.from ?? deployment?.playedFrom ?? nightStart(dutyNightOf(until));
  if (from > until || minutesBetween(from, until) > MOST_MINUTES) throw new Refused('stretch-impossible');
  return { from, until, rehearsal: deployment?.rehearsal ?? false };
}

type IncidentColumns = Omit<DebriefFacts, 'ref' | 'id' | 'dispatches'> & Pick<Incident, 'id' | 'night' | 'number'>;

/** Restricted ones are not there for who is not named on them; for who sees no single incident, not at all. */
export async function debriefFacts(db: Queryable, actor: Actor, { from, until }: Stretch): Promise<DebriefFacts[]> {
  const parameters: unknown[] = [dutyNightOf(plusMinutes(from, -STILL_AT_WORK_MINUTES)), dutyNightOf(until), until];
  const theirs = `i.night BETWEEN $1 AND $2 AND i.reported_at < $3 AND i.ending IS DISTINCT FROM 'elsewhere' AND ${isControl(actor) ? visibleTo(actor, parameters) : 'NOT i.restricted'}`;
  const incidents = await db.query<IncidentColumns[]>(
    `SELECT i.id, i.night, i.number, i.door, i.grade, i.strictest, i.reported_at AS "reportedAt", i.raised_at AS "raisedAt", i.first_graded_at AS "gradedAt", i.due_at AS "dueAt", i.attended_at AS "attendedAt",
      i.joint_at AS "jointAt", i.ended_at AS "endedAt", i.ending, ARRAY(SELECT jsonb_array_elements_text(i.not_taken->'reasons')) AS "notTakenReasons", i.district_code AS "districtCode", i.missing_risk IS NOT NULL AS missing, i.duplicate_of_id IS NOT NULL AS duplicate,
      ARRAY(SELECT DISTINCT l.need FROM leg l JOIN task t ON t.id = l.task_id WHERE l.incident_id = i.id AND t.kind = 'visit') AS needs
     FROM incident i WHERE ${theirs} ORDER BY i.night, i.number`, parameters);
  const sent = await db.query<(DebriefDispatch & { incidentId: Id })[]>(
    `SELECT a.incident_id AS "incidentId", a.kind, l.need, COALESCE(a.team_id, a.duty_id) AS crew, a.dispatched_at AS at, a.accepted_at AS "acceptedAt", a.going_at AS "goingAt", a.there_at AS "thereAt",
      a.ended_at AS "endedAt", a.state = 'declined' AS declined
     FROM incident i JOIN assignment a ON a.incident_id = i.id JOIN leg l ON l.id = a.leg_id WHERE ${theirs} ORDER BY a.dispatched_at, a.id`, parameters);
  const byIncident = Map.groupBy(sent, ({ incidentId }) => incidentId);
  return incidents.map(({ night, number, ...facts }) => ({ ...facts, ref: incidentRef({ night, number }), dispatches: byIncident.get(facts.id) ?? [] }));
}

/** A team counts once, however many are in it; somebody without a team is a crew alone. */
export async function crewsAtWork(db: Queryable, { from, until }: Stretch): Promise<(at: Instant) => CrewAtWork[]> {
  const duties = await db.query<{ crew: Id; staffId: Id; profession: Profession | null; startedAt: Instant; endedAt: Instant | null }[]>(
    `SELECT COALESCE(team_id, id) AS crew, staff_id AS "staffId", profession, started_at AS "startedAt", ended_at AS "endedAt" FROM duty WHERE seat = 'responder' AND started_at < $2 AND (ended_at IS NULL OR ended_at > $1)`,
    [plusMinutes(from, -STILL_AT_WORK_MINUTES), until]);
  const certificates = await certificatesOf(db, duties.map(({ staffId }) => staffId));
  const memberThen = (at: Instant) => ({ staffId, profession }: { staffId: Id; profession: Profession | null }) => (profession === null ? [] : [{ profession, skills: skillsOn(certificates.get(staffId) ?? [], dateOf(at)) }]);
  return (at) => [...Map.groupBy(duties.filter(({ startedAt, endedAt }) => startedAt <= at && (endedAt === null || endedAt > at)), ({ crew }) => crew)]
    .map(([crew, members]) => ({ crew, members: members.flatMap(memberThen(at)) }));
}
