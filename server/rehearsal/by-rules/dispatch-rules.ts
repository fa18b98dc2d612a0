// Tasks, sending people and what they report, by the rules alone.
import * as attendance from '../../../shared/domain/decide-attendance.ts';
import { decideDispatch, decideStandDown, PLAINLY, type Candidate } from '../../../shared/domain/decide-dispatch.ts';
import { decideAddTask } from '../../../shared/domain/decide-task.ts';
import { clockTime } from '../../../shared/domain/duty-night.ts';
import { incidentRef, type Id } from '../../../shared/domain/incident-file.ts';
import { decideCheckIn, decideLeaving } from '../../../shared/domain/stay.ts';
import * as routes from '../../../shared/protocol/dispatch.ts';
import * as stays from '../../../shared/protocol/stays.ts';
import { POLICY, Refused, type County, type Kept } from './county.ts';
import { usualSkills } from '../usual-skills.ts';
import { isControl, reporter, rule, type Deed, type Rule } from './rule.ts';

export const DISPATCH_RULES: readonly Rule[] = [
  rule(routes.addTask, ({ county, actor }, input) => {
    const taskId = county.newId();
    county.change(actor.staffId, county.kept(input.incidentId), (file, who) => decideAddTask(file, {
      taskId, activity: input.activity, kind: input.kind, legs: input.legs.map((need) => ({ id: county.newId(), need })), detailId: null, dueFrom: input.dueFrom, dueAt: input.dueAt,
    }, who));
    return { taskId };
  }),
  rule(routes.dispatchCrew, ({ county, actor, duty }, input) => county.change(actor.staffId, county.kept(county.incidentIdOf(input.taskId), input.expectedVersion), (file, who) => {
    const ownPhoneTask = file.tasks.find(({ id }) => id === input.taskId)?.kind === 'phone' && input.dutyIds.every((id) => id === duty?.id);
    if (!isControl(actor) && !ownPhoneTask) throw new Refused('not-your-role', { who: 'the coordinator' });
    return decideDispatch(file, input.taskId, input.dutyIds.map((id) => candidate(county, id)), clockTime, who, {
      ...PLAINLY, solo: { soloId: county.newId(), reasonId: typeof input.soloBecause === 'string' ? county.newId() : null, allowed: POLICY.body.sending.soloFirst },
    });
  })),
  rule(routes.standDown, ({ county, actor }, input) => county.change(actor.staffId, county.kept(input.incidentId), (file, who) =>
    decideStandDown(file, { assignmentIds: input.assignmentIds, reasonId: county.newId() }, clockTime, who))),
  rule(routes.advanceAssignment, (deed, input) => deed.county.change(deed.actor.staffId, reported(deed, input.assignmentId), (file, who) => attendance.decideAdvance(file, input, clockTime, reporter(who, input.device)))),
  rule(routes.declineAssignment, (deed, input) => deed.county.change(deed.actor.staffId, reported(deed, input.assignmentId), (file, who) =>
    attendance.decideDecline(file, { assignmentId: input.assignmentId, reason: input.reason, noteId: null }, clockTime, reporter(who, input.device)))),
  rule(routes.recordSeen, (deed, input) => deed.county.change(deed.actor.staffId, reported(deed, input.assignmentId), (file, who) => attendance.decideSaw(file, input, reporter(who, input.device)))),
  rule(routes.recordNoAccess, (deed, input) => deed.county.change(deed.actor.staffId, reported(deed, input.assignmentId), (file, who) =>
    attendance.decideNoAccess(file, { assignmentId: input.assignmentId, followUpId: deed.county.newId() }, POLICY.body, reporter(who, input.device)))),
  rule(routes.recordOutcome, (deed, input) => deed.county.change(deed.actor.staffId, reported(deed, input.taskId), (file, who) => attendance.decideOutcome(file, {
    taskId: input.taskId, outcome: input.outcome, noteId: deed.county.newId(), followUpId: deed.county.newId(), seenPersonIds: input.seenPersonIds, notSeenPersonIds: input.notSeenPersonIds,
  }, POLICY.body, reporter(who, input.device)))),
  rule(stays.checkIn, (deed, input) => deed.county.change(deed.actor.staffId, reported(deed, input.assignmentId), (file, who) => decideCheckIn(file, input, reporter(who, input.device)))),
  rule(stays.sayLeaving, (deed, input) => deed.county.change(deed.actor.staffId, reported(deed, input.assignmentId), (file, who) => decideLeaving(file, input, reporter(who, input.device)))),
  rule(routes.decideFollowUp, ({ county, actor }, input) => county.change(actor.staffId, county.kept(county.incidentIdOf(input.followUpId)), (file, who) =>
    attendance.decideFollowUp(file, { followUpId: input.followUpId, decision: input.decision, noteId: county.newId() }, actor.roles.includes('supervisor'), who))),
];

/** One's own, by assignment or task; control reports for anybody. */
function reported({ county, actor }: Deed, id: Id): Kept {
  const kept = county.kept(county.incidentIdOf(id));
  if (!isControl(actor) && !kept.file.assignments.some((one) => one.staffId === actor.staffId && (one.id === id || one.taskId === id))) throw new Refused('not-found');
  return kept;
}

function candidate(county: County, dutyId: Id): Candidate {
  const duty = county.duties.get(dutyId);
  // Here a duty that has ended is no longer known.
  if (duty === undefined) throw new Refused('responder-off-duty', { who: 'somebody' });
  const member = county.members.get(duty.staffId);
  const held = county.held.get(duty.staffId);
  return {
    assignmentId: county.newId(), dutyId, staffId: duty.staffId, name: county.nameOf(duty.staffId), profession: member?.profession ?? null, skills: usualSkills(member?.profession ?? null), teamId: duty.teamId, onDuty: true, breakUntil: null,
    busyOn: held === undefined ? null : { ref: incidentRef(county.kept(held.incidentId).file.incident), by: county.nameOf(held.assignment.dispatchedById), at: held.assignment.dispatchedAt }, heldFor: null, vehicle: null, gender: null,
  };
}
