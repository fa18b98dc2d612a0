// Nobody is on two live visits at any moment: the log replayed, transaction by transaction. (Phone tasks may be several.)
import type { Rule } from './history.ts';
import { textIn, transactionsOf } from './payload.ts';

export const assignments: Rule = {
  name: 'nobody is on two live assignments',
  findings({ log }) {
    const live = new Map<string, Set<string>>();
    const visits = new Set<string>();
    const [found, standing]: [string[], Set<string>] = [[], new Set()];
    for (const lines of transactionsOf(log)) {
      const touched = new Set<string>();
      for (const line of lines.filter(({ entityType }) => entityType === 'assignment')) {
        const [id, staffId] = [line.entityId, textIn(line, 'staffId')];
        if (line.name === 'assignment.dispatched' && textIn(line, 'kind') === 'visit') visits.add(id);
        if (!visits.has(id)) continue;
        const own = live.get(staffId) ?? new Set<string>();
        live.set(staffId, own);
        touched.add(staffId);
        if (ends(line.name, textIn(line, 'to'))) own.delete(id);
        else if (line.name !== 'assignment.sawPeople') own.add(id);
      }
      for (const staffId of touched) {
        const several = (live.get(staffId)?.size ?? 0) > 1;
        if (several && !standing.has(staffId)) found.push(`staff member ${staffId} was on ${[...live.get(staffId) ?? []].join(' and ')} from ${lines.at(-1)?.seq} in the log`);
        if (several) standing.add(staffId); else standing.delete(staffId);
      }
    }
    return found;
  },
};

const ends = (name: string, to: string): boolean => name === 'assignment.declined' || name === 'assignment.stoodDown' || (name === 'assignment.advanced' && to === 'left');
