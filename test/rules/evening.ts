// One evening by hand: a call about a mother and a child, and what people do about it, by the real rules.
import { SKILLS } from '../../shared/domain/skill.ts';
import { applyAll } from '../../shared/domain/apply-incident.ts';
import type { Need, Profession, TaskKind } from '../../shared/domain/activity.ts';
import { decideAdvance, decideDecline, decideNoAccess, decideOutcome, decideSaw, type Reporter } from '../../shared/domain/decide-attendance.ts';
import { decideDispatch, decideStandDown, PLAINLY } from '../../shared/domain/decide-dispatch.ts';
import { decideGrade, type Who } from '../../shared/domain/decide-grade.ts';
import { decideAddTask } from '../../shared/domain/decide-task.ts';
import type { Decision } from '../../shared/domain/decision.ts';
import { clockTime } from '../../shared/domain/duty-night.ts';
import { FIRST_POLICY } from '../../shared/domain/first-policy.ts';
import type { Grade } from '../../shared/domain/grade.ts';
import type { IncidentEvent, StepState } from '../../shared/domain/incident-event.ts';
import type { Assignment, IncidentFile } from '../../shared/domain/incident-file.ts';
import { plusMinutes, type Instant } from '../../shared/domain/instant.ts';
import { NO_ANSWERS, type Answers } from '../../shared/domain/policy.ts';
import type { RefusalCode } from '../../shared/domain/refusal.ts';
import { POLICY, raise, START } from './histories.ts';

export type Deed = (file: IncidentFile) => Decision<IncidentEvent>;

/** Minutes after the call was written down; it was reported seven minutes before that. */
export const at = (minutes: number): Instant => plusMinutes(START, minutes);
export const by = (staffId: string, minutes = 0): Who => ({ staffId, now: at(minutes) });
/** Happened when it was reported, unless said otherwise. */
export const reporter = (staffId: string, minutes = 0, happened = minutes): Reporter => ({ ...by(staffId, minutes), happenedAt: at(happened) });
export const name = (staffId: string): string => staffId;

export const ALL_SEEN = { seenPersonIds: ['child', 'mother'], notSeenPersonIds: [] };
export const CHILD_NOT_SEEN = { seenPersonIds: ['mother'], notSeenPersonIds: ['child'] };

/** What a rule decided; a refusal is the test's mistake. */
export function events(decision: Decision<IncidentEvent>): readonly IncidentEvent[] {
  if (!decision.accepted) throw new Error(`refused: ${decision.refusal.code}`);
  return decision.events;
}
/** Why it refused; null where it did not. */
export const refused = (decision: Decision<unknown>): RefusalCode | null => (decision.accepted ? null : decision.refusal.code);

export const later = (file: IncidentFile, ...deeds: readonly Deed[]): IncidentFile => deeds.reduce((now, deed) => applyAll(now, events(deed(now))), file);

/** A proposed Grade 3 (a vulnerable child), unless the answers make it stricter. */
export const evening = (...deeds: readonly Deed[]): IncidentFile => later(applyAll(null, raise()), ...deeds);
export const eveningOf = (answers: Partial<Answers>, ...deeds: readonly Deed[]): IncidentFile => later(applyAll(null, raise({ ...NO_ANSWERS, ...answers })), ...deeds);

export const graded = (to: Grade, minutes = 1): Deed => (file) => decideGrade(file, { to, rationaleId: 'why', mayOnlyUpgrade: false }, POLICY, by('ann', minutes));
export const task = (taskId: string, needs: readonly Need[], kind: TaskKind = 'visit', dueAt: Instant | null = null): Deed => (file) =>
  decideAddTask(file, { taskId, activity: 'welfare-check', kind, legs: needs.map((need) => ({ id: `${taskId} ${need}`, need })), detailId: null, dueFrom: null, dueAt }, by('ann', 1));
export const joint: Deed = task('visit', ['police', 'social-work']);

/** The assignment carries the name of whoever is sent unless it is given one; a crew of two is in one car called B2. */
export const sent = (staffId: string, profession: Profession, options: { taskId?: string; teamId?: string | null; minutes?: number; assignmentId?: string } = {}): Deed => (file) => decideDispatch(file, options.taskId ?? 'visit', [{
  assignmentId: options.assignmentId ?? staffId, dutyId: `duty of ${staffId}`, staffId, name: staffId, profession, skills: SKILLS, teamId: options.teamId === undefined ? 'B2' : options.teamId, onDuty: true, breakUntil: null, busyOn: null, heldFor: null, vehicle: null, gender: null,
}], clockTime, by('ann', options.minutes ?? 2), { ...PLAINLY, solo: { soloId: `solo of ${staffId}`, reasonId: 'ahead', allowed: FIRST_POLICY.sending.soloFirst } });
export const advanced = (staffId: string, to: StepState, minutes = 3, alsoFor: readonly string[] = []): Deed => (file) =>
  decideAdvance(file, { assignmentId: staffId, to, alsoFor }, clockTime, reporter(staffId, minutes));
export const declined = (staffId: string): Deed => (file) => decideDecline(file, { assignmentId: staffId, reason: 'too-far', noteId: null }, clockTime, reporter(staffId, 3));
export const stoodDown = (...staffIds: readonly string[]): Deed => (file) => decideStandDown(file, { assignmentIds: staffIds, reasonId: 'why' }, clockTime, by('ann', 4));
export const saw = (staffId: string, sighting: { seenPersonIds: readonly string[]; notSeenPersonIds: readonly string[] } = ALL_SEEN, minutes = 30): Deed => (file) =>
  decideSaw(file, { assignmentId: staffId, ...sighting }, reporter(staffId, minutes));
export const noAccess = (staffId: string, minutes = 30): Deed => (file) => decideNoAccess(file, { assignmentId: staffId, followUpId: `no access for ${staffId}` }, FIRST_POLICY, reporter(staffId, minutes));
export const outcome = (taskId = 'visit', sighting: { seenPersonIds: readonly string[]; notSeenPersonIds: readonly string[] } = ALL_SEEN, minutes = 40): Deed => (file) =>
  decideOutcome(file, { taskId, outcome: 'advice', noteId: 'note', followUpId: 'child not seen', ...sighting }, FIRST_POLICY, reporter('wren', minutes));

export function assignmentOf(file: IncidentFile, staffId: string): Assignment {
  const found = file.assignments.find(({ id }) => id === staffId);
  if (found === undefined) throw new Error(`${staffId} was not sent`);
  return found;
}
