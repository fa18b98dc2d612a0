// Checks as those who may see the incident see them.
import type { Id, IncidentFile } from '../../shared/domain/incident-file.ts';
import type { CheckView, ChecksView } from '../../shared/protocol/check-views.ts';
import { NIGHTJAR } from '../identity/actor.ts';
import type { Lookups } from '../incidents/lookups.ts';

export function checksView(file: IncidentFile, lookups: Lookups): ChecksView {
  const person = (staffId: Id) => ({ staffId, name: staffId === NIGHTJAR.staffId ? NIGHTJAR.name : lookups.staff.get(staffId)?.name ?? 'Somebody' });
  const said = (id: Id | null): string | null => (id === null ? null : lookups.statements.get(id) ?? '(this text was erased)');
  const asked = new Set(file.checks.map(({ source }) => source));
  return {
    sources: lookups.checkSources.filter(({ code, inUse }) => inUse || asked.has(code)).map(({ code, name, way, phone }) => ({ code, name, way, phone })),
    locationId: file.incident.locationId,
    unnamedIds: file.people.filter(({ personId }) => (lookups.people.get(personId)?.name ?? null) === null).map(({ personId }) => personId),
    items: file.checks.map(({ askedById, endedById, answererId, wordsId, ...check }): CheckView => ({
      ...check, askedBy: person(askedById), endedBy: endedById === null ? null : person(endedById), answerer: said(answererId), words: said(wordsId),
    })),
  };
}
