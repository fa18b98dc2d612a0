// What is stored is what the log says: every incident's file, replayed.
import { isDeepStrictEqual } from 'node:util';
import { messageOf } from '../../server/database/what-went-wrong.ts';
import type { LoggedEvent } from '../../server/events/logged-event.ts';
import { replay } from '../../server/incidents/incident.store.ts';
import type { IncidentFile } from '../../shared/domain/incident-file.ts';
import { byId } from '../support/watching.ts';
import type { Rule } from './history.ts';

export const state: Rule = {
  name: 'the log tells the state',
  findings({ log, stored }) {
    const lines = Map.groupBy(log.filter(({ incidentId }) => incidentId !== null), ({ incidentId }) => incidentId);
    const known = new Set(stored.map(({ file }) => file.incident.id));
    const missing = [...lines.keys()].filter((id) => id !== null && !known.has(id)).map((id) => `incident ${id} is on the log, and is not stored`);
    return [...missing, ...stored.flatMap(({ file }) => {
      const own = lines.get(file.incident.id);
      if (own === undefined) return [`incident ${file.incident.id} is stored, and is not on the log`];
      const replayed = attempt(own);
      if (typeof replayed === 'string') return [`incident ${file.incident.id} cannot be replayed: ${replayed}`];
      const [is, said] = [inOrder(file), inOrder(replayed)];
      return Object.keys(is).filter((part) => !isDeepStrictEqual(Reflect.get(is, part), Reflect.get(said, part))).map((part) => `the ${part} of incident ${file.incident.id} are not what the log says`);
    })];
  },
};

/** A log with a hole in it may not even be folded. */
function attempt(lines: readonly LoggedEvent[]): IncidentFile | string {
  try {
    return replay(lines);
  } catch (error) {
    return messageOf(error);
  }
}

/** Rows come in an order of their own, events in theirs. */
const inOrder = (file: IncidentFile) => Object.fromEntries(Object.entries(file).map(([part, value]) => [part, Array.isArray(value) ? byId(value) : value]));
