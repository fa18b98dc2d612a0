// The way without pairs: whoever is nearest to the door and fits any missing leg is sent, then whoever is nearest for the next. Pure.
import { canFill, type Need } from '../../../shared/domain/activity.ts';
import type { Point } from '../../../shared/domain/distance.ts';
import { minutesTo, type CrewChoice, type FreeHand } from './choose-crew.ts';

/** Nobody looks at who is left for the other legs, nor at who came in whose car. */
export function nearestUnits(needs: readonly Need[], hands: readonly FreeHand[], to: Point): CrewChoice | null {
  const open = [...needs];
  const chosen = hands.map((hand) => ({ hand, minutes: minutesTo(hand, to) })).toSorted((a, b) => a.minutes - b.minutes).filter(({ hand }) => {
    // As the rule of sending places them: in the first leg that they can fill.
    const index = open.findIndex((need) => canFill(hand.profession, need, hand.skills));
    return index >= 0 && open.splice(index, 1).length > 0;
  });
  const [first] = chosen;
  const last = chosen.at(-1);
  return first === undefined || last === undefined ? null : { dutyIds: chosen.map(({ hand }) => hand.dutyId), covers: chosen.length, firstMinutes: first.minutes, lastMinutes: last.minutes };
}
