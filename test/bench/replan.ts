// Planning again after a change: sixty visits and fourteen crews, a crew taken away and a visit more; from what stands to what is proposed, the thread and its search in it, and how much of what was booked stays.
import { DISTRICTS } from '../../shared/domain/district.ts';
import { FIRST_POLICY } from '../../shared/domain/first-policy.ts';
import { plusMinutes } from '../../shared/domain/instant.ts';
import type { PlanProposal } from '../../shared/domain/plan-proposal.ts';
import { proposalOf } from '../../server/planning/proposal.ts';
import { answerOf, questionOf, type Answer } from '../../server/planning/question.ts';
import { searchApart } from '../../server/planning/search-apart.ts';
import type { PlanShift, PlanTask, Situation } from '../../server/planning/situation.ts';
import { seeded } from '../../server/rehearsal/calls/seeded.ts';
import { ROUNDS, type Bench } from './bench.ts';
import { limited } from './figure.ts';

const [VISITS, CREWS] = [60, 14];
const TOOK_BAR = { atMost: 3_000 };
/** Of those booked, in percent, those of the crew that was taken away left out. */
const STAYS_BAR = { atLeast: 90 };
const NOW = '2026-11-20T16:00:00.000Z';

const shiftsOf = (crew: number): PlanShift[] => [0, 1].flatMap((day) => (['constable', 'social-worker'] as const).map((profession): PlanShift => ({
  staffId: `${profession} of ${crew}`, profession, teamId: `crew ${crew}`, skills: [], base: (DISTRICTS[crew % DISTRICTS.length] ?? DISTRICTS[0]).centre, taken: [],
  fromAt: plusMinutes(NOW, day * 1_440), untilAt: plusMinutes(NOW, day * 1_440 + 600),
})));

function taskOf(index: number, round: number): PlanTask {
  const chance = seeded(round).derive(index);
  const { centre } = chance.pick(DISTRICTS);
  return {
    incidentId: `visit ${index}`, taskId: `visit ${index}`, at: { lat: centre.lat + chance.between(-0.05, 0.05), lon: centre.lon + chance.between(-0.05, 0.05) },
    legs: [{ id: `${index} police`, need: 'police' as const }, { id: `${index} social`, need: 'social-work' as const }].slice(chance.chance(0.7) ? 0 : 1), isSecret: false, doubleCrewedOnly: false, dueFrom: null, dueAt: plusMinutes(NOW, chance.whole(600, 2_880)), suits: null, gap: null, booked: null,
  };
}

const planned = async (situation: Situation): Promise<{ answer: Answer; proposal: PlanProposal }> => {
  const question = questionOf(situation);
  const answer = answerOf(situation, question, await searchApart(question.asked));
  return { answer, proposal: proposalOf(answer, situation) };
};

async function round(number: number): Promise<{ took: number; stays: number }> {
  const shifts = Array.from({ length: CREWS }, (_, crew) => shiftsOf(crew)).flat();
  const before: Situation = { now: NOW, untilAt: plusMinutes(NOW, 48 * 60), planning: FIRST_POLICY.planning, roads: FIRST_POLICY.sending, driverNeeded: false, shifts, tasks: Array.from({ length: VISITS }, (_, index) => taskOf(index, number)) };
  const { answer } = await planned(before);
  const tasks = answer.placed.map(({ task, visits }, index): PlanTask => ({ ...task, booked: { bookingId: task.taskId, isFixed: index % 10 === 0, isTold: index % 2 === 0, visits } }));
  const gone = `crew ${number % CREWS}`;
  const away = new Set(shifts.filter(({ teamId }) => teamId === gone).map(({ staffId }) => staffId));
  const after: Situation = { ...before, shifts: shifts.map((shift) => (shift.teamId === gone ? { ...shift, taken: [{ fromAt: NOW, untilAt: plusMinutes(NOW, 240) }] } : shift)), tasks: [...tasks, taskOf(VISITS, number)] };
  const started = performance.now();
  const { proposal } = await planned(after);
  const took = performance.now() - started;
  const others = tasks.filter(({ booked }) => booked?.visits.every(({ staffId }) => !away.has(staffId)));
  const moved = new Set(proposal.lines.flatMap(({ fromBookingId }) => fromBookingId ?? []));
  return { took, stays: (100 * others.filter(({ taskId }) => !moved.has(taskId)).length) / Math.max(1, others.length) };
}

export const replan: Bench = {
  name: 'replan',
  says: `a plan of ${VISITS} visits by ${CREWS} crews, again after a crew is taken away and a visit more has come: until it is proposed, and how many of the others’ visits stay as they were`,
  async measure() {
    const rounds: Awaited<ReturnType<typeof round>>[] = [];
    for (let number = 1; number <= ROUNDS; number += 1) rounds.push(await round(number));
    return { replan: limited(rounds.map(({ took }) => took), 'ms', TOOK_BAR), 'replan-stays': limited(rounds.map(({ stays }) => stays), '%', STAYS_BAR) };
  },
};
