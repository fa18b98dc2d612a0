// A standing alarm as those who may see its incident see it.
import type { Id } from '../../shared/domain/incident-file.ts';
import type { AlarmView, PersonView } from '../../shared/protocol/views.ts';
import type { FiredAlarm } from './alarm.store.ts';

const person = (staffId: Id | null, name: string | null): PersonView | null => (staffId === null ? null : { staffId, name: name ?? 'Somebody' });

export const alarmView = ({ id, cause, aboutId, dueAt, firedAt, stage, cameAt, because, ...held }: FiredAlarm): AlarmView => ({
  id, cause, aboutId, dueAt, firedAt, stage, cameAt, because, acknowledgedBy: person(held.acknowledgedById, held.acknowledgedBy), acknowledgedAt: held.acknowledgedAt,
  putOffUntil: held.putOffUntil, putOffBy: person(held.putOffById, held.putOffBy), putOffReason: held.putOffReason,
});
