// What a plan proposes, beside what stands: a line for each visit that is new or moved, and nothing for what stays.
import { isToldOtherwise } from '../../shared/domain/decide-visit.ts';
import type { PlanLine, PlanProposal } from '../../shared/domain/plan-proposal.ts';
import { newId } from '../database/transaction.ts';
import type { Answer, Placed } from './question.ts';
import type { Situation } from './situation.ts';

/** `before`: the plan that it follows; a line that says the same is the same line. */
export function proposalOf({ placed, leftOut, reserveLost, travel }: Answer, { planning }: Situation, before?: Pick<PlanProposal, 'lines'>): PlanProposal {
  const asBefore = (line: PlanLine): PlanLine => before?.lines.find((one) => sameLine(one, line)) ?? line;
  return {
    lines: placed.filter((one) => !stays(one)).map(({ task, visits }): PlanLine => asBefore({
      id: newId(), incidentId: task.incidentId, taskId: task.taskId, fromBookingId: task.booked?.bookingId ?? null,
      mustTell: task.booked !== null && task.booked.isTold && isToldOtherwise(TOLD, task.booked.visits, visits, planning), visits: visits.map((visit) => ({ ...visit })),
    })),
    kept: placed.flatMap((one) => (one.task.booked !== null && stays(one) ? [{ incidentId: one.task.incidentId, bookingId: one.task.booked.bookingId }] : [])),
    leftOut: leftOut.map((one) => ({ ...one })), reserveLost: reserveLost.map((one) => ({ ...one })), because: [], travel,
  };
}

export const sameLine = (one: PlanLine, other: PlanLine): boolean => one.taskId === other.taskId && one.fromBookingId === other.fromBookingId && one.mustTell === other.mustTell && one.visits.length === other.visits.length
  && one.visits.every((visit) => other.visits.some(({ legId, staffId, fromAt, untilAt }) => visit.legId === legId && visit.staffId === staffId && visit.fromAt === fromAt && visit.untilAt === untilAt));

const TOLD: Parameters<typeof isToldOtherwise>[0] = { promises: [{ kind: 'somebody-comes', doubtedAt: null, state: 'standing' }], incident: { attendedAt: null } };

const stays = ({ task: { booked }, visits }: Placed): boolean => booked !== null && visits.every((visit) =>
  booked.visits.some(({ legId, staffId, fromAt }) => legId === visit.legId && staffId === visit.staffId && fromAt === visit.fromAt));
