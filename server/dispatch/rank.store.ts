// What the ranking is told of a task and of everybody at work: a handful of queries, however many people. Nothing of what the asker may not see.
import { coverLeg } from '../../shared/domain/cover.ts';
import type { Activity, Need, Profession, TaskKind } from '../../shared/domain/activity.ts';
import { addressKey } from '../../shared/domain/address-key.ts';
import { onlyFor, type Gender } from '../../shared/domain/crew-gender.ts';
import { incidentRef, isLive, type AssignmentState, type Id } from '../../shared/domain/incident-file.ts';
import type { Grade } from '../../shared/domain/grade.ts';
import type { DeclineReason, WarningKind } from '../../shared/domain/incident-words.ts';
import { latest, plusMinutes, type Instant } from '../../shared/domain/instant.ts';
import type { Point, TravelEstimate } from '../../shared/domain/distance.ts';
import type { RankLeg, RankPerson, RankTask } from '../../shared/domain/rank-facts.ts';
import { wouldBreak } from '../../shared/domain/rest.ts';
import type { Working } from '../../shared/domain/working.ts';
import type { Viewer } from '../../shared/domain/visibility.ts';
import type { Queryable } from '../database/connect.ts';
import { Refused } from '../database/transaction.ts';
import { visibleTo } from '../incidents/visible-to.ts';
import { findSamePersons } from '../subjects/match.store.ts';
import { certificatesOf } from '../identity/certificate.store.ts';
import { dateOf } from '../../shared/domain/duty-night.ts';
import { lapsedOn, skillsOn } from '../../shared/domain/skill.ts';

const LIVE = "('dispatched', 'accepted', 'going', 'there')";

interface TaskRow {
  incidentId: Id; version: number; incidentState: 'open' | 'closed'; state: string; activity: Activity; kind: TaskKind; taskDueAt: Instant | null; dueAt: Instant | null; attendedAt: Instant | null;
  lat: number | null; lon: number | null; secret: boolean | null; label: string | null; warnings: WarningKind[]; personIds: Id[]; legs: RankLeg[];
}
interface AttemptRow { id: Id; legId: Id; state: AssignmentState; thereAt: Instant | null; dispatchedAt: Instant; staffId: Id; teamId: Id | null; endedAt: Instant | null; declineReason: DeclineReason | null }
export interface AskedTask { task: RankTask; incidentId: Id; version: number; secret: boolean; label: string | null; personIds: readonly Id[]; declined: ReadonlyMap<Id, { at: Instant; reason: DeclineReason }>; replaced: ReadonlySet<Id> }

export async function readRankTask(db: Queryable, viewer: Viewer, taskId: Id, insteadOf: readonly Id[]): Promise<AskedTask> {
  const parameters: unknown[] = [taskId];
  const [row] = await db.query<TaskRow[]>(
    `SELECT i.id AS "incidentId", i.version, i.state AS "incidentState", i.due_at AS "dueAt", i.attended_at AS "attendedAt", t.state, t.activity, t.kind, t.due_at AS "taskDueAt", l.lat, l.lon, l.secret, l.label,
       ARRAY(SELECT w.kind FROM warning w WHERE w.incident_id = i.id) AS warnings, ARRAY(SELECT p.person_id FROM incident_person p WHERE p.incident_id = i.id) AS "personIds",
       (SELECT json_agg(json_build_object('id', g.id, 'need', g.need, 'skills', g.skills, 'position', g.position) ORDER BY g.position) FROM leg g WHERE g.task_id = t.id) AS legs
     FROM task t JOIN incident i ON i.id = t.incident_id LEFT JOIN location l ON l.id = i.location_id WHERE t.id = $1 AND ${visibleTo(viewer, parameters)}`, parameters);
  if (row === undefined) throw new Refused('not-found');
  if (row.incidentState === 'closed') throw new Refused('incident-closed');
  if (row.state !== 'open') throw new Refused('task-ended');
  const attempts = await db.query<AttemptRow[]>(
    `SELECT id, leg_id AS "legId", state, there_at AS "thereAt", dispatched_at AS "dispatchedAt", staff_id AS "staffId", team_id AS "teamId", ended_at AS "endedAt", decline_reason AS "declineReason" FROM assignment WHERE task_id = $1`, [taskId]);
  if (insteadOf.some((id) => !attempts.some((attempt) => attempt.id === id))) throw new Refused('not-found');
  const standing = attempts.filter(({ id }) => !insteadOf.includes(id));
  const missing = row.legs.filter((leg) => ['nobody', 'left'].includes(coverLeg(leg, standing).state));
  return {
    incidentId: row.incidentId, version: row.version, secret: row.secret === true, label: row.label, personIds: row.personIds,
    replaced: new Set(attempts.filter(({ id }) => insteadOf.includes(id)).map(({ staffId }) => staffId)),
    declined: new Map(attempts.flatMap(({ staffId, state, endedAt, declineReason }) => (state === 'declined' && endedAt !== null && declineReason !== null ? [[staffId, { at: endedAt, reason: declineReason }]] : []))),
    task: {
      taskId, activity: row.activity, kind: row.kind, missing, standing: row.legs.length - missing.length, dueAt: row.taskDueAt ?? (row.attendedAt === null ? row.dueAt : null),
      place: row.lat === null || row.lon === null ? null : { lat: row.lat, lon: row.lon }, doubleCrewed: row.warnings.includes('double-crewed-only'), singleGender: row.warnings.includes('single-gender-only'), only: onlyFor(row.warnings), underWay: standing.filter(isLive).flatMap(({ teamId }) => teamId ?? []),
    },
  };
}

interface PersonRow {
  dutyId: Id; staffId: Id; name: string; profession: Profession | null; seat: 'responder' | 'edt'; teamId: Id | null; callSign: string | null; vehicle: string | null; gender: Gender | null; onDutySince: Instant; offDutySince: Instant | null;
  lat: number | null; lon: number | null; at: Instant | null; since: Instant | null; thereAt: Instant | null; /** What the crew said, or the policy for them. */ leaveBy: Instant | null; night: string | null; number: number | null; visible: boolean | null; toLat: number | null; toLon: number | null;
  begunAt: Instant; onBreakUntil: Instant | null; nextShiftFrom: Instant | null; assignmentId: Id | null; visitTaskId: Id | null; visitNeed: Need | null; visitIncidentId: Id | null; visitVersion: number | null; visitGrade: Grade | null; visitDueAt: Instant | null; visitsTonight: number; bookedAt: Instant | null; bookedHere: boolean;
  heldTaskId: Id | null; heldUntil: Instant | null; heldBy: string | null; heldNight: string | null; heldNumber: number | null; heldVisible: boolean | null;
}
export interface AskedWith { now: Instant; visitMinutes: number; working: Working; travel: (from: Point, to: Point) => TravelEstimate; insteadOf: readonly Id[] }

/** Everybody who may be sent or sits at the EDT desk, and whoever ended their duty within half a day. */
export async function readRankPeople(db: Queryable, viewer: Viewer, asked: AskedTask, { now, visitMinutes, working, travel, insteadOf }: AskedWith): Promise<RankPerson[]> {
  const parameters: unknown[] = [insteadOf, plusMinutes(now, -12 * 60), asked.task.taskId, plusMinutes(now, -visitMinutes), plusMinutes(now, 6 * 60)];
  const visible = visibleTo(viewer, parameters, 'vi');
  const heldVisible = visibleTo(viewer, parameters, 'ri');
  const nowAt = parameters.push(now);
  const rows = await db.query<PersonRow[]>(
    `SELECT d.id AS "dutyId", d.staff_id AS "staffId", s.name, d.profession, d.seat, t.id AS "teamId", t.call_sign AS "callSign", t.vehicle, s.gender, d.started_at AS "onDutySince", d.ended_at AS "offDutySince", COALESCE(d.begun_at, d.started_at) AS "begunAt", k.until_at AS "onBreakUntil",
       (SELECT min(n.from_at) FROM shift n WHERE n.staff_id = d.staff_id AND n.removed_at IS NULL AND n.sick_at IS NULL AND n.from_at > d.started_at AND n.id IS DISTINCT FROM d.shift_id) AS "nextShiftFrom", p.lat, p.lon, p.at,
       v.id AS "assignmentId", v.task_id AS "visitTaskId", vg.need AS "visitNeed", vi.id AS "visitIncidentId", vi.version AS "visitVersion", v.dispatched_at AS since, v.there_at AS "thereAt", y.leave_by AS "leaveBy", vi.night, vi.number, vi.grade AS "visitGrade", COALESCE(vt.due_at, CASE WHEN vi.attended_at IS NULL THEN vi.due_at END) AS "visitDueAt", ${visible} AS visible, vl.lat AS "toLat", vl.lon AS "toLon",
       (SELECT count(*) FROM assignment c WHERE c.duty_id = d.id AND c.kind = 'visit' AND c.state NOT IN ('declined', 'stood-down')) AS "visitsTonight",
       (SELECT min(b.from_at) FROM booked_visit b WHERE b.staff_id = d.staff_id AND b.task_id <> $3 AND b.state IN ('booked', 'started') AND b.from_at BETWEEN $4 AND $5) AS "bookedAt",
       EXISTS (SELECT FROM booked_visit b WHERE b.staff_id = d.staff_id AND b.task_id = $3 AND b.state = 'booked') AS "bookedHere",
       r.task_id AS "heldTaskId", r.until_at AS "heldUntil", rb.name AS "heldBy", ri.night AS "heldNight", ri.number AS "heldNumber", ${heldVisible} AS "heldVisible"
     FROM duty d JOIN staff s ON s.id = d.staff_id LEFT JOIN team t ON t.id = d.team_id AND t.disbanded_at IS NULL LEFT JOIN position_latest p ON p.duty_id = d.id AND d.sharing
       LEFT JOIN assignment v ON v.staff_id = d.staff_id AND v.kind = 'visit' AND v.state IN ${LIVE} AND v.id <> ALL($1) AND d.ended_at IS NULL
       LEFT JOIN stay y ON y.id = v.id
       LEFT JOIN reservation r ON r.staff_id = d.staff_id AND r.ended_at IS NULL AND r.until_at > $${nowAt}::timestamptz LEFT JOIN incident ri ON ri.id = r.incident_id LEFT JOIN staff rb ON rb.id = r.held_by_id
       LEFT JOIN duty_break k ON k.duty_id = d.id AND k.ended_at IS NULL
       LEFT JOIN incident vi ON vi.id = v.incident_id LEFT JOIN task vt ON vt.id = v.task_id LEFT JOIN leg vg ON vg.id = v.leg_id LEFT JOIN location vl ON vl.id = vi.location_id
     WHERE d.seat IN ('responder', 'edt') AND (d.ended_at IS NULL
       OR d.seat = 'responder' AND d.ended_at > $2 AND NOT EXISTS (SELECT FROM duty o WHERE o.staff_id = d.staff_id AND (o.ended_at IS NULL OR o.ended_at > d.ended_at)))
     ORDER BY d.started_at, d.id`, parameters);
  const known = await findKnown(db, viewer, asked, rows.map(({ staffId }) => staffId));
  const [certificates, today] = [await certificatesOf(db, rows.map(({ staffId }) => staffId)), dateOf(now)];
  const { place } = asked.task;
  return rows.map(({ lat, lon, at, since, thereAt, leaveBy, night, number, visible: seen, toLat, toLon, bookedAt, begunAt, nextShiftFrom, visitGrade, visitDueAt, assignmentId, visitTaskId, visitNeed, visitIncidentId, visitVersion, heldTaskId, heldUntil, heldBy, heldNight, heldNumber, heldVisible: seesHeld, ...row }) => {
    const position = lat === null || lon === null || at === null ? null : { lat, lon, at };
    const drive = position === null || place === null ? null : travel(position, place);
    // What is concealed says nothing of where it is.
    const toVisit = seen === true && thereAt === null && position !== null && toLat !== null && toLon !== null ? travel(position, { lat: toLat, lon: toLon }).minutes : 0;
    return {
      ...row, held: heldTaskId === null || heldUntil === null ? null : { here: heldTaskId === asked.task.taskId, until: heldUntil, by: seesHeld === true ? heldBy : null, ref: seesHeld === true && heldNight !== null && heldNumber !== null ? incidentRef({ night: heldNight, number: heldNumber }) : null },
      skills: skillsOn(certificates.get(row.staffId) ?? [], today), lapsed: lapsedOn(certificates.get(row.staffId) ?? [], today), position, travel: drive,
      overwork: wouldBreak({ startedAt: begunAt, nextShiftFrom }, plusMinutes(now, (asked.task.kind === 'visit' ? drive?.minutes ?? 0 : 0) + visitMinutes), working), declined: asked.declined.get(row.staffId) ?? null, replaced: asked.replaced.has(row.staffId), knowsFamily: known.has(row.staffId),
      visit: since === null || night === null || number === null ? null
        : { ref: seen === true ? incidentRef({ night, number }) : null, since, shown: seen === true && assignmentId !== null && visitTaskId !== null && visitNeed !== null && visitIncidentId !== null && visitVersion !== null && visitGrade !== null
          ? { assignmentId, taskId: visitTaskId, need: visitNeed, incidentId: visitIncidentId, version: visitVersion, ref: incidentRef({ night, number }), grade: visitGrade, dueAt: visitDueAt, isThere: thereAt !== null } : null,
          freeAt: latest([(seen === true ? leaveBy : null) ?? plusMinutes((seen === true ? thereAt : null) ?? plusMinutes(now, toVisit), visitMinutes), now]) ?? now },
      booked: bookedAt !== null && bookedAt < plusMinutes(now, (drive?.minutes ?? 0) * 2 + visitMinutes) ? bookedAt : null,
    };
  });
}

/** Who has been at this door, or with one of those named, in what the asker may see: a record that is concealed is nobody's reason. */
async function findKnown(db: Queryable, viewer: Viewer, { incidentId, label, secret, personIds }: AskedTask, staffIds: readonly Id[]): Promise<Set<Id>> {
  const same = personIds.length === 0 ? [] : [...(await findSamePersons(db, viewer, personIds)).keys()];
  const parameters: unknown[] = [staffIds, same, label === null || secret ? null : addressKey(label), incidentId];
  const rows = await db.query<{ staffId: Id }[]>(
    `SELECT DISTINCT a.staff_id AS "staffId" FROM incident i JOIN assignment a ON a.incident_id = i.id
     WHERE i.id IN (SELECT $4::uuid UNION SELECT incident_id FROM incident_person WHERE person_id = ANY($2) UNION SELECT incident_id FROM location WHERE address_key = $3)
       AND a.staff_id = ANY($1) AND a.there_at IS NOT NULL AND ${visibleTo(viewer, parameters)}`, parameters);
  return new Set(rows.map(({ staffId }) => staffId));
}
