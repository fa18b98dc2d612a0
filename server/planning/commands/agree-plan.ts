// Books and moves as a plan proposed it: all the lines named, or none. What has changed since is refused by name.
import { decideBook, decideMove } from '../../../shared/domain/decide-visit.ts';
import { clockTime } from '../../../shared/domain/duty-night.ts';
import { incidentRef, type Id, type IncidentFile } from '../../../shared/domain/incident-file.ts';
import type { PlanLine } from '../../../shared/domain/plan-proposal.ts';
import { refusalSentence } from '../../../shared/domain/refusal.ts';
import type * as routes from '../../../shared/protocol/planning.ts';
import { newId, Refused, type Tx } from '../../database/transaction.ts';
import { saveStatement } from '../../events/append.ts';
import type { Command } from '../../http/handle.ts';
import { changeIncident } from '../../incidents/change-incident.ts';
import { findBookable } from '../bookable.store.ts';
import { policyFor, toldTo, untilMoved } from '../booking.ts';
import { lockProposal } from '../proposal.store.ts';

const REASON = 'As the plan proposed it';

export const agreePlan: Command<typeof routes.agreePlan> = async (tx, { planId, lines }) => {
  const { body } = await lockProposal(tx, planId);
  const told = new Map(lines.map(({ lineId, told: words }) => [lineId, words]));
  const agreed = body.lines.filter(({ id }) => told.has(id));
  if (agreed.length < told.size) throw new Refused('not-found');
  const together = agreed.map(({ taskId }) => taskId);
  await untilMoved(tx, async () => {
    // In the order in which every command locks incidents.
    for (const line of agreed.toSorted((a, b) => (a.incidentId < b.incidentId ? -1 : 1))) await book(tx, planId, line, told.get(line.id) ?? null, together);
  });
};

async function book(tx: Tx, planId: Id, line: PlanLine, words: string | null, together: readonly Id[]): Promise<void> {
  await changeIncident(tx, line.incidentId, {}, async (file, who) => {
    const people = await findBookable(tx, line.visits.map(({ staffId }) => staffId), together);
    const booking = {
      bookingId: newId(), taskId: line.taskId, isFixed: false, proposalId: planId, told: await toldTo(tx, line.incidentId, words), visits: line.visits.map((visit) => ({ ...visit, visitId: newId() })),
    };
    const policy = await policyFor(tx, file);
    const decision = line.fromBookingId === null ? decideBook(file, booking, people, policy, clockTime, who)
      : decideMove(file, { ...booking, fromBookingId: line.fromBookingId, reasonId: await saveStatement(tx, line.incidentId, REASON) }, people, policy, clockTime, who);
    if (!decision.accepted) throw new Refused('plan-line-stale', { what: `${refOf(file)}, ${refusalSentence(decision.refusal).replace(/\.$/, '')}` });
    return decision;
  });
}

const refOf = ({ incident }: IncidentFile): string => incidentRef(incident);
