// The table of checks, column by column the domain's own fields.
import type { Check } from '../../shared/domain/check.ts';
import type { Id } from '../../shared/domain/incident-file.ts';
import { row } from '../database/row.ts';

export const CheckRow = row<Check & { incidentId: Id }>('source_check', {
  id: 'key', incidentId: 'uuid', personId: 'uuid', locationId: 'uuid', source: 'text', way: 'text', state: 'text', askedAt: 'instant', askedById: 'uuid', answerBy: 'instant', endedAt: 'instant', endedById: 'uuid',
  result: 'text', answererId: 'uuid', wordsId: 'uuid', failure: 'text',
});
