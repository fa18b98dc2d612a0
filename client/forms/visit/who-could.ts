// Who could be booked for a leg, those first whom nothing speaks against: booked elsewhere is never chosen, off duty or on a break is said.
import type { listBookable } from '../../../shared/protocol/planning.ts';
import type { OutOf } from '../../../shared/protocol/route.ts';
import { dayAndTime } from '../../ui/time-text.ts';

export type Person = OutOf<typeof listBookable>[number];
interface Stretch { fromAt: string; untilAt: string }
export interface Choice { value: string; label: string; disabled: boolean; /** Said, and not forbidden. */ warning: string | null }

const within = (one: Stretch, other: Stretch): boolean => other.fromAt <= one.fromAt && one.untilAt <= other.untilAt;
const overlap = (one: Stretch, other: Stretch): boolean => one.fromAt < other.untilAt && other.fromAt < one.untilAt;

/** `before`: what is being moved, which does not count. `visit`: null while nobody has said when. */
export function choiceOf({ staffId, name, organisation, busy, atWork, breaks }: Person, visit: Stretch | null, before: readonly { staffId: string; fromAt: string }[], now: Date): Choice {
  const own = before.find((one) => one.staffId === staffId)?.fromAt;
  const clash = visit === null ? undefined : busy.find((one) => one.fromAt !== own && overlap(one, visit));
  const warning = visit === null ? null : !atWork.some((stretch) => within(visit, stretch)) ? 'not at work then' : breaks.some((one) => overlap(one, visit)) ? 'on a break then' : null;
  const said = clash === undefined ? warning : `booked from ${dayAndTime(clash.fromAt, now)}`;
  return { value: staffId, disabled: clash !== undefined, label: `${name}, ${organisation}${said === null ? '' : ` · ${said}`}`, warning: warning === null ? null : `${name} is ${warning}` };
}

const weight = ({ disabled, warning }: Choice): number => (disabled ? 2 : warning === null ? 0 : 1);
export const byFitness = (choices: readonly Choice[]): Choice[] => choices.toSorted((a, b) => weight(a) - weight(b));
