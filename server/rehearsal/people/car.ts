// One car a crew: whoever sets off has it. A half that was left where it stood waits for a lift, and whoever stands beside the driver rides along.
import { greatCircleKm } from '../../../shared/domain/distance.ts';
import type { Seeded } from '../calls/seeded.ts';
import { HABITS } from './habits.ts';
import type { Person } from './person.ts';

const BESIDE_KM = 0.1;

/** By crew: the key of whoever drove last. */
export type Cars = Map<string, string>;

const isBeside = (me: Person, other: Person): boolean => me.where === null || other.where === null || greatCircleKm(me.where, other.where) < BESIDE_KM;

/** The crew's car is here, or comes from elsewhere after a while: a colleague's, or a taxi. */
export async function findCar(me: Person, draw: Seeded): Promise<void> {
  const { night, staff: { team } } = me;
  if (team === undefined) return;
  const driver = night.people.get(night.cars.get(team) ?? me.key) ?? me;
  if (isBeside(me, driver)) night.cars.set(team, me.key);
  else await me.wait(draw.between(...HABITS.lift));
}

/** The other half of the crew, standing here; somebody real drives for themselves. */
export const besideMe = (me: Person): Person[] => [...me.night.people.values()].filter((one) => one !== me && me.staff.team !== undefined && one.staff.team === me.staff.team && one.where !== null && isBeside(me, one) && one.presence.free());
