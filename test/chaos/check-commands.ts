// No acknowledged command is lost or done twice: answered yes, it is one stretch of the log; answered no, it is nowhere on it; asked again, it says the same.
import { isDeepStrictEqual } from 'node:util';
import type { LoggedEvent } from '../../server/events/logged-event.ts';
import type { Command, Rule } from './history.ts';

/** Told who one is, not what became of the command: an earlier try may have been done. */
const ABOUT_WHO_ASKS: ReadonlySet<unknown> = new Set(['not-signed-in', 'not-your-role']);
/** What is so already changes nothing, nor does handing on by one who holds nothing: these alone may be answered yes and leave no line. */
const MAY_CHANGE_NOTHING: ReadonlySet<string> = new Set([
  'POST /assignments/:assignmentId/advance', 'POST /assignments/:assignmentId/warnings-read', 'POST /duties/:dutyId/hand-on',
  'POST /incidents/:incidentId/instructions/:instructionId/read', 'POST /incidents/:incidentId/release-held', 'POST /legs/:legId/skills', 'POST /sos/:sosId/have', 'POST /tasks/:taskId/meeting',
]);

export const commands: Rule = {
  name: 'an acknowledged command is neither lost nor doubled',
  findings({ commands, log, kept }) {
    const stretches = Map.groupBy(log.filter(({ commandId }) => commandId !== null), ({ commandId }) => commandId);
    const keptIds = new Set(kept.map(({ commandId }) => commandId));
    return commands.flatMap((command) => problemsOf(command, stretches.get(command.commandId) ?? [], keptIds.has(command.commandId)).map((problem) => `${command.route} (${command.commandId}) ${problem}`));
  },
};

interface Answered { status: number; body: unknown }
const codeOf = (body: unknown): unknown => (typeof body === 'object' && body !== null ? Reflect.get(body, 'code') : undefined);
const seqOf = (body: unknown): unknown => (typeof body === 'object' && body !== null ? Reflect.get(body, 'seq') : undefined);

function problemsOf({ route, tries }: Command, lines: readonly LoggedEvent[], isKept: boolean): string[] {
  const answers = tries.flatMap(({ answer }) => (answer === null || ABOUT_WHO_ASKS.has(codeOf(answer.body)) ? [] : [answer]));
  const problems = together(lines) ? [] : ['is on the log in more than one place: it was done twice'];
  const [first] = answers;
  if (first === undefined) return tries.some(({ answer }) => answer !== null) ? problems : [...problems, 'was never answered, though the storm was over'];
  if (!answers.every((answer) => isDeepStrictEqual(answer, first))) problems.push(`was answered ${answers.map(({ status, body }) => `${status} ${JSON.stringify(body)}`).join(', then ')}`);
  return [...problems, ...againstLog(route, first, lines, isKept)];
}

/** A command is one transaction, and a transaction is one stretch. */
const together = (lines: readonly LoggedEvent[]): boolean => lines.every(({ seq }, index) => seq === (lines[0]?.seq ?? 0) + index);

function againstLog(route: string, { status, body }: Answered, lines: readonly LoggedEvent[], isKept: boolean): string[] {
  if (status !== 200) return lines.length === 0 ? [] : [`was refused (${String(codeOf(body))}) and is on the log all the same`];
  if (!isKept) return ['was acknowledged and is lost: its answer is not kept'];
  const last = lines.at(-1);
  if (last === undefined) return MAY_CHANGE_NOTHING.has(route) ? [] : ['was acknowledged and is lost: the log has no line of it'];
  return seqOf(body) === last.seq ? [] : [`was answered to reach ${String(seqOf(body))} in the log, and ends at ${last.seq}`];
}
