// Reads what a plan is made of. Whoever plans sees the visits that they may see; what else holds a person is a stretch in which they are taken, and no more.
import type { Need, Profession } from '../../shared/domain/activity.ts';
import { isStandingVisit, visitsOfTask, windowOf } from '../../shared/domain/booked-visit.ts';
import { onlyFor } from '../../shared/domain/crew-gender.ts';
import { orderOf } from '../../shared/domain/family-window.ts';
import { dateOf } from '../../shared/domain/duty-night.ts';
import { isLive, legsOf, type Id, type IncidentFile, type Leg, type Task } from '../../shared/domain/incident-file.ts';
import { plusMinutes, type Instant } from '../../shared/domain/instant.ts';
import type { Planning } from '../../shared/domain/planning.ts';
import { isStanding } from '../../shared/domain/promise.ts';
import { skillsOn, type CertificateDays, type Skill } from '../../shared/domain/skill.ts';
import type { ShiftView } from '../../shared/protocol/roster.ts';
import type { Viewer } from '../../shared/domain/visibility.ts';
import type { Queryable } from '../database/connect.ts';
import { loadFiles } from '../incidents/incident.store.ts';
import { policyNow } from '../incidents/policy.store.ts';
import { visibleTo } from '../incidents/visible-to.ts';
import { certificatesOf } from '../identity/certificate.store.ts';
import { findShifts } from '../rosters/shift.store.ts';
import { gendersOf } from '../identity/gender.store.ts';
import { listBookablePeople } from './bookable.store.ts';
import { middleOf } from './question.ts';
import type { PlanShift, PlanTask, Situation, Stretch } from './situation.ts';

export const PLANNED_HOURS = 48;

export async function readSituation(db: Queryable, viewer: Viewer, now: Instant): Promise<Situation> {
  const { body: { planning, sending } } = await policyNow(db, now);
  const untilAt = plusMinutes(now, PLANNED_HOURS * 60);
  const tasks = await readTasks(db, viewer);
  const planned = new Set(tasks.flatMap(({ booked }) => booked?.visits.map(({ legId }) => legId) ?? []));
  return { now, untilAt, planning, roads: sending, driverNeeded: sending.driverNeeded, tasks, shifts: await readShifts(db, planning, now, untilAt, planned) };
}

interface Where { id: Id; lat: number | null; lon: number | null; districtCode: string | null; secret: boolean }

async function readTasks(db: Queryable, viewer: Viewer): Promise<PlanTask[]> {
  const parameters: unknown[] = [];
  const rows = await db.query<{ id: Id }[]>(
    `SELECT i.id FROM incident i WHERE i.state = 'open' AND i.grade > 1 AND ${visibleTo(viewer, parameters)}
     AND EXISTS (SELECT FROM task t WHERE t.incident_id = i.id AND t.state = 'open' AND t.kind = 'visit' AND (i.grade = 3 OR t.due_at IS NOT NULL)) ORDER BY i.id`, parameters);
  const files = (await loadFiles(db, rows.map(({ id }) => id))).map(({ file }) => file);
  const places = await db.query<Where[]>('SELECT id, lat, lon, district_code AS "districtCode", secret FROM location WHERE id = ANY($1)', [files.flatMap(({ incident }) => incident.locationId ?? [])]);
  const byId = new Map(places.map((place) => [place.id, place]));
  return files.flatMap((file) => file.tasks.filter((task) => isToBePlanned(file, task)).map((task) => planTask(file, task, byId.get(file.incident.locationId ?? ''))));
}

/** Nobody is sent or was there, and it is not on its way. */
const isToBePlanned = (file: IncidentFile, task: Task): boolean => task.state === 'open' && task.kind === 'visit' && (file.incident.grade === 3 || task.dueAt !== null)
  && !file.assignments.some((assignment) => assignment.taskId === task.id && (isLive(assignment) || assignment.thereAt !== null)) && visitsOfTask(file, task.id).every(({ state }) => state === 'booked');

function planTask(file: IncidentFile, task: Task, where: Where | undefined): PlanTask {
  const [visits, suits] = [visitsOfTask(file, task.id), windowOf(file, task.id)];
  const [first] = visits;
  const order = suits === undefined ? null : orderOf(suits);
  const rank = ({ id, position }: Leg): number => (id === order?.firstLegId ? -1 : position);
  const known = where?.lat != null && where.lon !== null ? { lat: where.lat, lon: where.lon } : null;
  const district = where?.districtCode ?? file.incident.districtCode;
  return {
    incidentId: file.incident.id, taskId: task.id, at: known ?? (district === null ? null : middleOf(district)), isSecret: where?.secret ?? false, legs: legsOf(file, task.id).toSorted((a, b) => rank(a) - rank(b)).map(({ id, need, skills }): { id: Id; need: Need; skills: readonly Skill[] } => ({ id, need, skills })),
    only: onlyFor(file.warnings.map(({ kind }) => kind)), doubleCrewedOnly: file.warnings.some(({ kind }) => kind === 'double-crewed-only'), dueFrom: task.dueFrom, dueAt: task.dueAt ?? file.incident.dueAt,
    suits: suits === undefined ? null : { fromAt: suits.fromAt, untilAt: suits.untilAt, isDaily: suits.isDaily }, gap: order === null ? null : { least: order.leastMinutes, most: order.mostMinutes },
    booked: first === undefined ? null : {
      bookingId: first.bookingId, isFixed: first.isFixed, isTold: file.promises.some((promise) => promise.kind === 'somebody-comes' && isStanding(promise, file.incident.attendedAt)),
      visits: visits.filter(isStandingVisit).map(({ legId, staffId, fromAt, untilAt }) => ({ legId, staffId, fromAt, untilAt })),
    },
  };
}

interface DutyRow { staffId: Id; profession: Profession; startedAt: Instant; districtCode: string | null; teamId: Id | null; vehicle: string | null; shiftId: Id | null; out: boolean; breakUntil: Instant | null }
interface VisitRow extends Stretch { legId: Id; staffId: Id }
/** Somebody at work, before it is known what holds them. */
type AtWork = Omit<PlanShift, 'skills' | 'gender'>;
/** Who is so late for a shift is not planned for until they have booked on. */
const LATE_MINUTES = 30;

/** Who is on duty, until their shift ends, or a duty usually does; and the shifts to come of those who may be sent. */
async function readShifts(db: Queryable, planning: Planning, now: Instant, untilAt: Instant, planned: ReadonlySet<Id>): Promise<PlanShift[]> {
  const rostered = (await findShifts(db, now, untilAt)).filter(({ sickAt }) => sickAt === null);
  const duties = await db.query<DutyRow[]>(
    `SELECT d.staff_id AS "staffId", d.profession, d.started_at AS "startedAt", t.district_codes[1] AS "districtCode", d.team_id AS "teamId", t.vehicle, d.shift_id AS "shiftId",
      EXISTS (SELECT FROM assignment a WHERE a.staff_id = d.staff_id AND a.kind = 'visit' AND a.state IN ('dispatched', 'accepted', 'going', 'there')) AS out,
      (SELECT b.until_at FROM duty_break b WHERE b.duty_id = d.id AND b.ended_at IS NULL) AS "breakUntil"
     FROM duty d LEFT JOIN team t ON t.id = d.team_id WHERE d.ended_at IS NULL AND d.seat = 'responder' AND d.profession IS NOT NULL ORDER BY d.started_at, d.id`);
  const maySend = new Set((await listBookablePeople(db, now, now, now)).map(({ staffId }) => staffId));
  const atWork = [...duties.map((duty) => onDuty(duty, rostered.find(({ id }) => id === duty.shiftId), planning, now)), ...rostered.flatMap((shift) => toCome(shift, duties.find(({ staffId }) => staffId === shift.staffId)?.teamId ?? null, now)).filter(({ staffId }) => maySend.has(staffId))];
  const visits = await db.query<VisitRow[]>(
    `SELECT leg_id AS "legId", staff_id AS "staffId", from_at AS "fromAt", until_at AS "untilAt" FROM booked_visit WHERE state IN ('booked', 'started') AND from_at < $1 AND until_at > $2`, [untilAt, now]);
  const elsewhere = Map.groupBy(visits.filter(({ legId }) => !planned.has(legId)), ({ staffId }) => staffId);
  const certificates = await certificatesOf(db, atWork.map(({ staffId }) => staffId));
  const genders = await gendersOf(db, atWork.map(({ staffId }) => staffId));
  return atWork.filter((shift) => shift.untilAt > now).map((shift): PlanShift => ({
    ...shift, gender: genders.get(shift.staffId) ?? null, skills: skillsThrough(certificates.get(shift.staffId) ?? [], shift.fromAt, shift.untilAt),
    taken: [...shift.taken, ...(elsewhere.get(shift.staffId) ?? []).filter((visit) => visit.fromAt < shift.untilAt && visit.untilAt > shift.fromAt).map(stretch)],
  }));
}

const stretch = ({ fromAt, untilAt }: Stretch): Stretch => ({ fromAt, untilAt });
const breaksOf = ({ breaks }: Pick<ShiftView, 'breaks'>): Stretch[] => breaks.map(({ from, until }) => ({ fromAt: from, untilAt: until }));

/** Who is out on a visit is taken for as long as one takes, and who is on a break until it ends. */
const onDuty = ({ staffId, profession, startedAt, districtCode, teamId, vehicle, out, breakUntil }: DutyRow, shift: ShiftView | undefined, { dutyMinutes, visitMinutes }: Planning, now: Instant): AtWork => ({
  staffId, profession, teamId, vehicle, base: middleOf(districtCode ?? shift?.districtCodes[0] ?? null), fromAt: startedAt, untilAt: shift?.until ?? plusMinutes(startedAt, dutyMinutes),
  taken: [...(shift === undefined ? [] : breaksOf(shift)), ...(out ? [{ fromAt: now, untilAt: plusMinutes(now, visitMinutes) }] : []), ...(breakUntil !== null && breakUntil > now ? [{ fromAt: now, untilAt: breakUntil }] : [])],
});

/** Rather with those of tonight's crew, where they are in one: nobody knows yet who goes with whom. */
function toCome(shift: ShiftView, teamId: Id | null, now: Instant): AtWork[] {
  const { staffId, profession, districtCodes, from, until, duty } = shift;
  if (profession === null || duty !== null || from < plusMinutes(now, -LATE_MINUTES)) return [];
  return [{ staffId, profession, teamId, base: middleOf(districtCodes[0] ?? null), fromAt: from, untilAt: until, taken: breaksOf(shift) }];
}

const skillsThrough = (certificates: readonly CertificateDays[], fromAt: Instant, untilAt: Instant): Skill[] =>
  skillsOn(certificates, dateOf(fromAt)).filter((skill) => skillsOn(certificates, dateOf(untilAt)).includes(skill));
