// Visits booked, moved and called off in a random night, and families who say when it suits them: decided by the real rules.
import { visitsOfTask } from '../../shared/domain/booked-visit.ts';
import { decideBook, decideCancelVisit, decideMove, decideWindow, type Bookable } from '../../shared/domain/decide-visit.ts';
import { PROFESSIONS } from '../../shared/domain/activity.ts';
import type { Decision } from '../../shared/domain/decision.ts';
import { FIRST_POLICY } from '../../shared/domain/first-policy.ts';
import { legsOf, type IncidentFile } from '../../shared/domain/incident-file.ts';
import type { IncidentEvent } from '../../shared/domain/incident-event.ts';
import { plusMinutes, type Instant } from '../../shared/domain/instant.ts';
import type { Act } from './histories.ts';

/** One of each profession, and nobody busy. */
const PEOPLE: readonly Bookable[] = PROFESSIONS.map((profession) => ({ staffId: `a ${profession}`, name: profession, profession, certificates: [], busy: [] }));
const FITS = { constable: 'a constable', police: 'a pcso', 'social-work': 'a social-worker', amhp: 'a amhp', 'independent-interviewer': 'a youth-worker' } as const;
const clock = (at: Instant): string => at.slice(11, 16);

export function decideVisitAct(file: IncidentFile, act: Act, now: Instant, n: string): Decision<IncidentEvent> {
  const who = { staffId: act.who, now };
  const task = file.tasks.find(({ state, kind }) => state === 'open' && kind === 'visit') ?? file.tasks[act.pick % Math.max(file.tasks.length, 1)];
  const taskId = task?.id ?? '';
  const [standing] = visitsOfTask(file, taskId);
  const fromAt = plusMinutes(now, act.minutes + 1);
  const visits = legsOf(file, taskId).map(({ id, need }, index) => ({ visitId: `v${n}.${index}`, legId: id, staffId: FITS[need], fromAt: plusMinutes(fromAt, act.flag ? 0 : 20 * index), untilAt: plusMinutes(fromAt, 90) }));
  const booking = { bookingId: `b${n}`, taskId, visits, isFixed: act.pick === 7, proposalId: null, told: act.flag ? { promiseId: `p${n}`, saidId: `s${n}` } : null };
  if (act.pick < 2) return decideWindow(file, { windowId: `w${n}`, taskId, fromAt: act.flag ? now : null, untilAt: act.pick === 0 ? plusMinutes(now, 400) : null, isDaily: act.flag, order: null, saidId: `s${n}` }, who);
  if (standing === undefined) return decideBook(file, booking, PEOPLE, FIRST_POLICY, clock, who);
  return act.pick < 8 ? decideMove(file, { ...booking, fromBookingId: standing.bookingId, reasonId: `r${n}` }, PEOPLE, FIRST_POLICY, clock, who)
    : decideCancelVisit(file, { bookingId: standing.bookingId, reasonId: `r${n}` }, clock, who);
}
