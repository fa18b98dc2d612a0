// The tables of how people were sent to a task: who went ahead alone and why, where they meet, who is held, who has read the warnings.
import type { Id } from '../../shared/domain/incident-file.ts';
import type { WarningRead } from '../../shared/domain/crew-safety.ts';
import type { MeetingPoint } from '../../shared/domain/meeting-point.ts';
import type { Reservation } from '../../shared/domain/reservation.ts';
import type { SoloFirst } from '../../shared/domain/solo-first.ts';
import { row } from '../database/row.ts';

export const SoloFirstRow = row<SoloFirst & { incidentId: Id }>('solo_first', { id: 'key', incidentId: 'uuid', taskId: 'uuid', since: 'instant', byId: 'uuid', reasonId: 'uuid', endedAt: 'instant' });
export const MeetingPointRow = row<MeetingPoint & { incidentId: Id }>('meeting_point', { id: 'key', incidentId: 'uuid', taskId: 'uuid', whereId: 'uuid', meetAt: 'instant', setAt: 'instant', setById: 'uuid', endedAt: 'instant' });
export const WarningReadRow = row<WarningRead & { incidentId: Id }>('warning_read', { id: 'key', incidentId: 'uuid', warningIds: 'uuids', readAt: 'instant' });
export const ReservationRow = row<Reservation & { incidentId: Id }>('reservation', {
  id: 'key', incidentId: 'uuid', taskId: 'uuid', legId: 'uuid', staffId: 'uuid', dutyId: 'uuid', heldById: 'uuid', heldAt: 'instant', untilAt: 'instant', endedAs: 'text', endedAt: 'instant',
});
