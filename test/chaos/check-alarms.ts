// An alarm fires once, never before its time, and within five seconds of it: or of what asked for it, or of the healing, when the last server serves again.
import type { LoggedEvent } from '../../server/events/logged-event.ts';
import type { History, Rule } from './history.ts';
import { textIn } from './payload.ts';

const WITHIN_MS = 5_000;
const nameOf = (line: LoggedEvent): string => `${textIn(line, 'cause')} about ${textIn(line, 'aboutId')}, due ${textIn(line, 'dueAt')}`;

export const alarms: Rule = {
  name: 'alarms fire once, within five seconds',
  findings(history) {
    const fired = history.log.filter(({ name }) => name === 'alarm.fired');
    const twice = [...Map.groupBy(fired, nameOf)].filter(([, lines]) => lines.length > 1).map(([name, lines]) => `the alarm ${name} fired ${lines.length} times, at ${lines.map(({ seq }) => seq).join(' and ')} in the log`);
    const onLog = new Map(fired.map((line) => [line.entityId, line]));
    const unlike = history.alarms.filter(({ id, firedAt }) => (firedAt !== null) !== onLog.has(id)).map(({ id, cause, firedAt }) => `the alarm ${id} (${cause}) ${firedAt === null ? 'is on the log, and its row says that it has not fired' : 'has fired by its row, and is not on the log'}`);
    return [...twice, ...unlike, ...fired.flatMap((line) => mistimed(line, history)), ...overdue(history)];
  },
};

function mistimed(line: LoggedEvent, { log, healedAt, withheldMs }: History): string[] {
  const [dueAt, firedAt] = [Date.parse(textIn(line, 'dueAt')), Date.parse(line.occurredAt)];
  if (firedAt < dueAt) return [`the alarm ${nameOf(line)} fired ${dueAt - firedAt} ms before its time`];
  // What was changed last before it may have asked for it. In the storm itself nobody can say by when.
  const asked = log.filter(({ seq, incidentId, name }) => seq < line.seq && incidentId === line.incidentId && !name.startsWith('alarm.')).map(({ receivedAt }) => Date.parse(receivedAt));
  const possible = Math.max(dueAt, healedAt, ...asked);
  return firedAt - possible > WITHIN_MS + withheldMs ? [`the alarm ${nameOf(line)} fired ${firedAt - possible} ms after it could have`] : [];
}

const overdue = ({ alarms: rows, healedAt, endedAt, withheldMs }: History): string[] => rows
  .filter(({ dueAt, firedAt }) => firedAt === null && endedAt - Math.max(Date.parse(dueAt), healedAt) > WITHIN_MS + withheldMs)
  .map(({ id, cause, dueAt }) => `the alarm ${id} (${cause}), due ${dueAt}, had not fired ${endedAt - Math.max(Date.parse(dueAt), healedAt)} ms after it could have`);
