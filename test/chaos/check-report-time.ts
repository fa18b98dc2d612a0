// The report time never moves: what was said when it was raised stands in the row and on every screen.
import type { Rule } from './history.ts';
import { textIn } from './payload.ts';

export const reportTime: Rule = {
  name: 'the report time never moves',
  findings({ log, stored, messages }) {
    const reported = new Map(log.filter(({ name }) => name === 'incident.raised').map((line) => [line.entityId, textIn(line, 'reportedAt')]));
    const moved = (where: string, id: string, at: string): string[] => (reported.get(id) === at ? [] : [`incident ${id} was reported at ${reported.get(id) ?? 'no time'}, and ${where} says ${at}`]);
    const onScreens = messages.flatMap((message) => ('changes' in message ? message.changes.flatMap((change) =>
      (change.entity === 'incident' && 'view' in change ? moved(`screen ${message.screen}`, change.id, change.view.reportedAt) : [])) : []));
    return [...new Set([...stored.flatMap(({ file: { incident } }) => moved('its row', incident.id, incident.reportedAt)), ...onScreens])];
  },
};
