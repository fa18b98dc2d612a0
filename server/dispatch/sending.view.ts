// How people were sent, with names and words in place of ids; a meeting point that was said in figures has its point.
import type { Id, IncidentFile } from '../../shared/domain/incident-file.ts';
import type { Viewer } from '../../shared/domain/visibility.ts';
import { readWhere } from '../../shared/domain/where-text.ts';
import type { IncidentView } from '../../shared/protocol/views.ts';
import type { Naming } from '../incidents/owed.view.ts';

export const sendingStaffIds = ({ solos, meetings, reservations }: IncidentFile): Id[] => [...reservations.flatMap(({ staffId, heldById }) => [staffId, heldById]), ...solos.map(({ byId }) => byId), ...meetings.map(({ setById }) => setById)];
export const sendingStatementIds = ({ solos, meetings }: IncidentFile): Id[] => [...solos.map(({ reasonId }) => reasonId), ...meetings.map(({ whereId }) => whereId)];

export const sendingView = ({ solos, meetings, warningReads }: IncidentFile, { person, said }: Pick<Naming, 'person' | 'said'>): Pick<IncidentView, 'solos' | 'meetings' | 'reservations' | 'warningReads'> => ({
  warningReads: warningReads.map((read) => ({ ...read, warningIds: [...read.warningIds] })),
  reservations: [],
  solos: solos.map(({ byId, reasonId, ...solo }) => ({ ...solo, by: person(byId), reason: said(reasonId) })),
  meetings: meetings.map(({ setById, whereId, ...meeting }) => ({ ...meeting, where: said(whereId), ...pointOf(said(whereId)), setBy: person(setById) })),
});

function pointOf(where: string): { lat: number | null; lon: number | null } {
  const read = readWhere(where);
  return 'point' in read ? { lat: read.point.lat, lon: read.point.lon } : { lat: null, lon: null };
}

const DESKS: ReadonlySet<string> = new Set(['coordinator', 'supervisor', 'edt', 'auditor']);
/** A reservation is the desks' own: whoever is held, or goes already, does not hear of it. */
export const seesHolds = ({ roles }: Viewer): boolean => roles.some((role) => DESKS.has(role));
export const reservationsView = ({ reservations }: IncidentFile, { person }: Pick<Naming, 'person'>): IncidentView['reservations'] =>
  reservations.map(({ heldById, ...one }) => ({ ...one, name: person(one.staffId).name, heldBy: person(heldById) }));
