// Booked visits as those see them who may see the incident: with names and words in place of ids.
import type { Id, IncidentFile } from '../../shared/domain/incident-file.ts';
import type { IncidentView } from '../../shared/protocol/views.ts';
import type { Lookups } from '../incidents/lookups.ts';

export const visitStaffIds = (file: IncidentFile): Id[] => [...file.visits.flatMap(({ staffId, bookedById }) => [staffId, bookedById]), ...file.windows.map(({ saidById }) => saidById)];
export const visitStatementIds = (file: IncidentFile): Id[] => file.windows.map(({ saidId }) => saidId);

export function visitsView(file: IncidentFile, { staff, statements }: Pick<Lookups, 'staff' | 'statements'>): Pick<IncidentView, 'visits' | 'windows'> {
  const name = (staffId: Id): string => staff.get(staffId)?.name ?? 'Somebody';
  return {
    visits: file.visits.map(({ bookedById, ...visit }) => ({ ...visit, name: name(visit.staffId), profession: staff.get(visit.staffId)?.profession ?? null, bookedBy: { staffId: bookedById, name: name(bookedById) } })),
    windows: file.windows.map(({ saidId, saidById, ...window }) => ({ ...window, said: statements.get(saidId) ?? '(this text was erased)', saidBy: { staffId: saidById, name: name(saidById) } })),
  };
}
