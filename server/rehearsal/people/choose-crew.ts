// Who is sent: the free people who cover the most missing legs, with the last of them there the soonest. Pure.
import { canFill, type Need, type Profession } from '../../../shared/domain/activity.ts';
import { roadMinutes, type Point } from '../../../shared/domain/distance.ts';
import type { Skill } from '../../../shared/domain/skill.ts';
import type { Id } from '../../../shared/domain/incident-file.ts';

/** Somebody on duty whom nothing holds; `at` is null where nobody knows where they are. */
export interface FreeHand { dutyId: Id; profession: Profession; skills: readonly Skill[]; teamId: Id | null; at: Point | null }
/** In the order of the legs, with the minutes until the first and the last of them are there. */
export interface CrewChoice { dutyIds: readonly Id[]; covers: number; firstMinutes: number; lastMinutes: number }

/** Where nobody knows where they are, they are somewhere in the county. */
export const UNKNOWN_MINUTES = 35;
/** Two cars instead of one must be this much sooner: their other halves are left on foot. */
const SECOND_CAR_MINUTES = 12;
/** For each leg only so many of the nearest are weighed. */
const NEAREST = 8;

interface Weighed { hand: FreeHand; minutes: number }
interface Weighty extends CrewChoice { cars: number }

export const minutesTo = ({ at }: FreeHand, to: Point): number => (at === null ? UNKNOWN_MINUTES : roadMinutes(at, to).minutes);

export function chooseCrew(needs: readonly Need[], hands: readonly FreeHand[], to: Point): CrewChoice | null {
  const weighed = hands.map((hand): Weighed => ({ hand, minutes: minutesTo(hand, to) })).toSorted((a, b) => a.minutes - b.minutes);
  const fits = needs.map((need) => weighed.filter(({ hand }) => canFill(hand.profession, need, hand.skills)).slice(0, NEAREST));
  return best(fits, []);
}

/** Every way to fill the legs one after the other, a leg left open where that is all there is. */
function best(fits: readonly (readonly Weighed[])[], chosen: readonly Weighed[]): Weighty | null {
  const [next, ...later] = fits;
  if (next === undefined) return chosen.length === 0 ? null : choiceOf(chosen);
  const ways = next.filter((one) => !chosen.includes(one)).map((one) => best(later, [...chosen, one]));
  if (ways.length === 0 || later.length > 0) ways.push(best(later, chosen));
  return ways.reduce((a, b) => (a === null || (b !== null && isBetter(b, a)) ? b : a), null);
}

const choiceOf = (chosen: readonly Weighed[]): Weighty => {
  const minutes = chosen.map((one) => one.minutes);
  return {
    dutyIds: chosen.map(({ hand }) => hand.dutyId), covers: chosen.length, firstMinutes: Math.min(...minutes), lastMinutes: Math.max(...minutes),
    cars: new Set(chosen.map(({ hand }) => hand.teamId ?? hand.dutyId)).size,
  };
};

const isBetter = (a: Weighty, b: Weighty): boolean =>
  a.covers === b.covers ? a.lastMinutes + a.cars * SECOND_CAR_MINUTES < b.lastMinutes + b.cars * SECOND_CAR_MINUTES : a.covers > b.covers;
