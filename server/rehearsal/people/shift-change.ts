// Coming on and going off: books on in the seat or the crew, hands on by name what is held, books off.
import { plusMinutes } from '../../../shared/domain/instant.ts';
import * as routes from '../../../shared/protocol/duties.ts';
import type { Shift } from '../shifts.ts';
import { HABITS } from './habits.ts';
import { SeatTaken, type Person } from './person.ts';

const TEAM_PATIENCE_MINUTES = 15;
const AGAIN_MINUTES = 3;

/** One shift after the other. While a real person sits in the seat, nothing; once they leave it, on from whatever they left. */
export async function work(me: Person, shifts: readonly Shift[], during: (shift: Shift) => Promise<void>): Promise<void> {
  for (const shift of shifts) {
    for (;;) {
      try {
        await me.seatFree();
        await me.until(shift.from);
        await onShift(me, shift, during);
        break;
      } catch (error) {
        if (!(error instanceof SeatTaken)) throw error;
      }
    }
  }
}

async function onShift(me: Person, shift: Shift, during: (shift: Shift) => Promise<void>): Promise<void> {
  await bookOn(me, shift);
  while (me.duty() === undefined) {
    // Refused: the team was ended as they came, say. Asked again, unless the shift has passed meanwhile.
    if (me.now() >= shift.until) return;
    await me.wait(AGAIN_MINUTES);
    await bookOn(me, shift);
  }
  await during(shift);
  const forgets = shift.seat === 'responder' && me.chance(shift.from, 'book off').chance(HABITS.forgetsToBookOff);
  if (!forgets) await bookOff(me, shift);
}

async function bookOn(me: Person, shift: Shift): Promise<void> {
  const draw = me.chance(shift.from, 'book on');
  const left = me.duty();
  if (left !== undefined && left.startedAt >= shift.from) return;
  if (me.now() >= shift.until) return left === undefined ? undefined : bookOff(me, shift);
  if (shift.seat === 'responder' && left === undefined) await me.wait(draw.between(...HABITS.bookingOnLate));
  if (left !== undefined) await bookOff(me, shift);
  await me.do(routes.bookOn, { seat: shift.seat, teamId: shift.team === null ? null : await teamCalled(me, shift.team) });
  me.where = shift.team === null ? null : me.night.crews.get(shift.team)?.base ?? null;
  if (me.where !== null) me.moveTo(me.where);
}

/** Control forms tonight's teams; who finds none goes alone. */
async function teamCalled(me: Person, callSign: string): Promise<string | null> {
  const latest = plusMinutes(me.now(), TEAM_PATIENCE_MINUTES);
  for (;;) {
    const team = me.sight().teams.find((one) => one.callSign === callSign);
    if (team !== undefined || me.now() >= latest) return team?.id ?? null;
    await me.news(latest);
  }
}

/** Again and again until nothing is held any more: nobody books off owning. */
async function bookOff(me: Person, shift: Shift): Promise<void> {
  for (;;) {
    const dutyId = me.duty()?.id;
    if (dutyId === undefined || (await me.do(routes.bookOff, { dutyId })).done) return;
    if (shift.seat !== 'responder') for (const toStaffId of colleagues(me, shift)) if ((await me.do(routes.handOn, { dutyId, toStaffId })).done) break;
    if ((await me.do(routes.bookOff, { dutyId })).done) return;
    await me.wait(AGAIN_MINUTES);
  }
}

/** Who stays the longest, of the same desk and the same work first. By the rota: whether they have come is answered when they are named. */
function colleagues(me: Person, shift: Shift): string[] {
  const { night } = me;
  const others = (['control', 'edt'] as const).flatMap((seat) => night.rotaed(seat).filter(({ key, until }) => key !== me.key && until > shift.until));
  const like = ({ key, seat }: Shift): number => (seat === shift.seat ? 0 : 2) + (night.people.get(key)?.staff.roles[0] === me.staff.roles[0] ? 0 : 1);
  return others.toSorted((a, b) => like(a) - like(b) || b.until.localeCompare(a.until)).flatMap(({ key }) => night.people.get(key)?.staffId ?? []);
}
