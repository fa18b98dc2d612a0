// A responder's shift: goes where sent, rides along where the partner answers for both, and between visits drives back to the patch.
import { earliest, plusMinutes, type Instant } from '../../../shared/domain/instant.ts';
import type { Shift } from '../shifts.ts';
import { besideMe } from './car.ts';
import { drive } from './drive.ts';
import type { Person } from './person.ts';
import { joinOwnTeam } from './teams.ts';
import { goOnVisit, partnersOf, visitOf, type Visit } from './visit.ts';

/** A parked device is heard of this often. */
const PARKED_MINUTES = 10;
/** Paperwork in the car before turning back to the patch. */
const STAYS_MINUTES = 8;
const BACK_FIX_MINUTES = 1.5;
const RIDES_MINUTES = 2;

export async function respond(me: Person, shift: Shift): Promise<void> {
  const base = shift.team === null ? undefined : me.night.crews.get(shift.team)?.base;
  if (shift.team !== null) me.night.cars.delete(shift.team);
  me.where ??= me.sight().positions.get(me.duty()?.id ?? '') ?? base ?? null;
  let idleSince = me.now();
  for (;;) {
    const visit = visitOf(me);
    if (visit !== undefined) {
      await (leadIsAnother(me, visit) ? me.news(plusMinutes(me.now(), PARKED_MINUTES)) : goOnVisit(me, visit));
      idleSince = me.now();
    } else if (me.now() >= shift.until) return;
    else if (base !== undefined && me.where !== null && away(me, base) && me.now() >= plusMinutes(idleSince, STAYS_MINUTES)) {
      const beside = besideMe(me);
      if (beside.some((one) => one.key < me.key && visitOf(one) === undefined)) await me.news(plusMinutes(me.now(), RIDES_MINUTES));
      else await drive(me, { to: base, pace: 1.2, car: () => beside.filter((one) => visitOf(one) === undefined), goesOn: () => visitOf(me) === undefined && me.now() < shift.until, fixMinutes: BACK_FIX_MINUTES });
    } else if (!(await joinOwnTeam(me, shift))) await parked(me, shift, idleSince);
  }
}

async function parked(me: Person, shift: Shift, idleSince: Instant): Promise<void> {
  if (me.where !== null) me.moveTo(me.where);
  const turnsBackAt = plusMinutes(idleSince, STAYS_MINUTES);
  await me.news(earliest([plusMinutes(me.now(), PARKED_MINUTES), shift.until, turnsBackAt > me.now() ? turnsBackAt : null]) ?? shift.until);
}

/** In one car whoever was sent first answers for both, of two at once the first by name, unless a real person sits there. */
const leadIsAnother = (me: Person, visit: Visit): boolean => partnersOf(visit).some(({ staffId, dispatchedAt }) => {
  const partner = me.night.byStaffId(staffId);
  const cameFirst = dispatchedAt === visit.assignment.dispatchedAt ? (partner?.key ?? '') < me.key : dispatchedAt < visit.assignment.dispatchedAt;
  return partner !== undefined && cameFirst && partner.presence.free();
});

const away = ({ where }: Person, base: { lat: number; lon: number }): boolean => where !== null && (Math.abs(where.lat - base.lat) > 0.01 || Math.abs(where.lon - base.lon) > 0.015);
