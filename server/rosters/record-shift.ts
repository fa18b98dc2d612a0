// What became of a shift, on the log: ids, codes and moments.
import type { Id } from '../../shared/domain/incident-file.ts';
import type { Tx } from '../database/transaction.ts';
import { record } from '../events/append.ts';

export const recordShift = (tx: Tx, name: 'shift.made' | 'shift.sick' | 'shift.well' | 'shift.given' | 'shift.removed', shiftId: Id, payload: Record<string, unknown>): void =>
  record(tx, { name, at: tx.now, byId: tx.actor.staffId, entityType: 'shift', entityId: shiftId, incidentId: null, payload });
