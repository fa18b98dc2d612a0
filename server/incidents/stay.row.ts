// The table of the stays of an incident: one for each arrival of somebody on a visit.
import type { Id } from '../../shared/domain/incident-file.ts';
import type { Stay } from '../../shared/domain/stay.ts';
import { row } from '../database/row.ts';

export const StayRow = row<Stay & { incidentId: Id }>('stay', {
  id: 'key', incidentId: 'uuid', leaveBy: 'instant', everyMinutes: 'int', checkInBy: 'instant', partnerAfterMinutes: 'int', controlAfterMinutes: 'int', checkedInAt: 'instant', checkedInById: 'uuid',
});
