// The tables of who is at a door: a stay for each arrival of somebody on a visit, and those of a joint visit who have parted.
import type { Id } from '../../shared/domain/incident-file.ts';
import type { Parting } from '../../shared/domain/parting.ts';
import type { Stay } from '../../shared/domain/stay.ts';
import { row } from '../database/row.ts';

export const StayRow = row<Stay & { incidentId: Id }>('stay', {
  id: 'key', incidentId: 'uuid', leaveBy: 'instant', everyMinutes: 'int', checkInBy: 'instant', partnerAfterMinutes: 'int', controlAfterMinutes: 'int', checkedInAt: 'instant', checkedInById: 'uuid',
});

export const PartingRow = row<Parting & { incidentId: Id }>('parting', { id: 'key', incidentId: 'uuid', taskId: 'uuid', assignmentIds: 'uuids', since: 'instant', toldAt: 'instant', endedAt: 'instant' });
