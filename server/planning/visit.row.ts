// The tables of booked visits and of when it suits a family, column by column the domain's own fields.
import type { BookedVisit } from '../../shared/domain/booked-visit.ts';
import type { FamilyWindow } from '../../shared/domain/family-window.ts';
import type { Id } from '../../shared/domain/incident-file.ts';
import { row } from '../database/row.ts';

export const BookedVisitRow = row<BookedVisit & { incidentId: Id }>('booked_visit', {
  id: 'key', incidentId: 'uuid', bookingId: 'uuid', taskId: 'uuid', legId: 'uuid', staffId: 'uuid', fromAt: 'instant', untilAt: 'instant', isFixed: 'bool', proposalId: 'uuid', state: 'text',
  bookedAt: 'instant', bookedById: 'uuid', endedAt: 'instant',
});
export const FamilyWindowRow = row<FamilyWindow & { incidentId: Id }>('family_window', {
  id: 'key', incidentId: 'uuid', taskId: 'uuid', fromAt: 'instant', untilAt: 'instant', isDaily: 'bool', firstLegId: 'uuid', leastMinutes: 'int', mostMinutes: 'int', saidId: 'uuid', saidAt: 'instant', saidById: 'uuid', endedAt: 'instant',
});
