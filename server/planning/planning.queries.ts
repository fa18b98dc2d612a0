// The next 48 hours as the planner's screen shows them: who is at work, what is kept free, what is still to be planned, and the latest plan proposed.
import { DISTRICTS } from '../../shared/domain/district.ts';
import type { Id } from '../../shared/domain/incident-file.ts';
import type * as routes from '../../shared/protocol/planning.ts';
import type { PlanningView } from '../../shared/protocol/planning.ts';
import type { Queryable } from '../database/connect.ts';
import type { Query } from '../http/handle.ts';
import { findStaff } from '../incidents/lookups.ts';
import { reservedHours } from './open-hours.ts';
import { latestProposal, proposalView } from './proposal.store.ts';
import { readSituation } from './situation.store.ts';
import type { PlanShift, Situation, Stretch } from './situation.ts';

export const readPlanning: Query<typeof routes.readPlanning> = async ({ db, actor, now }) => {
  const situation = await readSituation(db, actor, now);
  const proposal = await latestProposal(db, now);
  return {
    fromAt: now, untilAt: situation.untilAt, people: await peopleOf(db, situation.shifts), reserve: reserveOf(situation),
    proposal: proposal === null ? null : await proposalView(db, actor, proposal),
  };
};

async function peopleOf(db: Queryable, shifts: readonly PlanShift[]): Promise<PlanningView['people']> {
  const byStaff = Map.groupBy(shifts, ({ staffId }) => staffId);
  const [staff, teams] = await Promise.all([
    findStaff(db, [...byStaff.keys()]),
    db.query<{ staffId: Id; callSign: string }[]>('SELECT d.staff_id AS "staffId", t.call_sign AS "callSign" FROM duty d JOIN team t ON t.id = d.team_id WHERE d.ended_at IS NULL AND d.staff_id = ANY($1)', [[...byStaff.keys()]]),
  ]);
  const callSigns = new Map(teams.map(({ staffId, callSign }) => [staffId, callSign]));
  return [...byStaff].flatMap(([staffId, own]) => {
    const [first] = own;
    return first === undefined ? [] : [{
      staffId, name: staff.get(staffId)?.name ?? 'Somebody', profession: first.profession, callSign: callSigns.get(staffId) ?? null, shifts: own.map(stretch), taken: own.flatMap(({ taken }) => taken.map(stretch)),
    }];
  }).toSorted((a, b) => (a.callSign ?? '\uffff').localeCompare(b.callSign ?? '\uffff') || a.name.localeCompare(b.name));
}

const stretch = ({ fromAt, untilAt }: Stretch): Stretch => ({ fromAt, untilAt });

/** Hour by hour as the planner asks for it; on screen as whole stretches. */
function reserveOf({ now, untilAt, planning }: Situation): PlanningView['reserve'] {
  const found: PlanningView['reserve'] = [];
  for (const { districtCode, fromAt, untilAt: until } of reservedHours({ fromAt: now, untilAt }, planning.reserve)) {
    const district = DISTRICTS.find(({ code }) => code === districtCode)?.name ?? districtCode;
    const same = found.find((one) => one.district === district && one.fromAt === fromAt);
    if (same === undefined) found.push({ district, crews: 1, fromAt, untilAt: until });
    else same.crews += 1;
  }
  return found.toSorted((a, b) => a.district.localeCompare(b.district) || a.fromAt.localeCompare(b.fromAt)).reduce<PlanningView['reserve']>((whole, hour) => {
    const last = whole.at(-1);
    if (last !== undefined && last.district === hour.district && last.crews === hour.crews && last.untilAt === hour.fromAt) last.untilAt = hour.untilAt;
    else whole.push(hour);
    return whole;
  }, []);
}
