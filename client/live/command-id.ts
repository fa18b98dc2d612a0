// The id that makes a command safe to repeat: the same press again, after no answer, is the same command.
import type { Route } from '../../shared/protocol/route.ts';
import { startWatch } from './clocks.ts';

/** Long enough for a line to come back; short enough that the same words still mean the same deed. */
const sameDeedMs = 10 * 60_000;

const unanswered = new Map<string, { commandId: string; age: () => number }>();

const deedOf = (route: Route, input: object): string => `${route.path} ${JSON.stringify(input)}`;

export function commandIdFor(route: Route, input: object): string {
  const before = unanswered.get(deedOf(route, input));
  return before !== undefined && before.age() < sameDeedMs ? before.commandId : crypto.randomUUID();
}

/** Nobody knows whether it was done: pressing again must not do it twice. */
export function keepUnanswered(route: Route, input: object, commandId: string): void {
  unanswered.set(deedOf(route, input), { commandId, age: startWatch() });
}

export function forgetAnswered(route: Route, input: object): void {
  unanswered.delete(deedOf(route, input));
}
