// Proposes a plan: what stands is read, the router asked and the search run in its own thread with no connection held, and what it found is kept. Nothing is booked by it.
import type * as routes from '../../../shared/protocol/planning.ts';
import { onOneConnection } from '../../database/connect.ts';
import { actorOf, type Exchange } from '../../http/handle.ts';
import { proposePlan as route } from '../../../shared/protocol/planning.ts';
import type { Router } from '../../router/router.ts';
import { drivesOf } from '../plan-roads.ts';
import { answerOf, questionOf } from '../question.ts';
import { proposalOf } from '../proposal.ts';
import { saveProposal } from '../proposal.store.ts';
import { searchApart } from '../search-apart.ts';
import { readSituation } from '../situation.store.ts';

export const proposePlan = (router: Router | null): Exchange<typeof routes.proposePlan> => async (rooms, input, request) => {
  const actor = actorOf(request);
  const situation = await onOneConnection(rooms.db, (db) => readSituation(db, actor, rooms.clock.now()));
  const question = questionOf(situation, await drivesOf(situation, router));
  const plan = await searchApart(question.asked);
  const proposal = proposalOf(answerOf(situation, question, plan), situation);
  const kept = await rooms.command(actor, route, input, async (tx) => ({ planId: await saveProposal(tx, situation.untilAt, proposal) }));
  return { seq: kept.seq, ids: kept.answer };
};
