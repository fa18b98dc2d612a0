// Somebody missing as those who may see the incident see it: the texts that its ids stand for.
import type { Id, IncidentFile } from '../../shared/domain/incident-file.ts';
import type { MissingPerson } from '../../shared/domain/missing.ts';
import type { MissingView } from '../../shared/protocol/missing-view.ts';
import type { Lookups } from './lookups.ts';

export function missingView(missing: MissingPerson, file: IncidentFile, { statements, staff }: Pick<Lookups, 'statements' | 'staff'>): MissingView {
  const said = (id: Id): string => statements.get(id) ?? '(this text was erased)';
  const maybe = (id: Id | null): string | null => (id === null ? null : said(id));
  const by = (staffId: Id) => ({ staffId, name: staff.get(staffId)?.name ?? 'Somebody' });
  const { id, personId, reportedAt, risk, assessedAt, locatedAt, seenAt, seenWell, interviewDueAt, interview, preventionAt, endedAs, endedAt } = missing;
  return {
    id, personId, reportedAt, risk, assessedAt, assessedBy: by(missing.assessedById),
    facts: file.riskFacts.filter(({ missingId }) => missingId === id).map((fact) => ({ id: fact.id, fact: said(fact.factId), source: said(fact.sourceId), givenAt: fact.givenAt, by: by(fact.byId) })),
    locatedAt, locatedNote: maybe(missing.locatedNoteId), seenAt, seenWell, seenNote: maybe(missing.seenNoteId), interviewDueAt, interview,
    interviewSteps: file.interviewSteps.filter(({ missingId }) => missingId === id).map((step) => ({
      id: step.id, step: step.step, who: said(step.whoId), note: maybe(step.noteId), carersView: maybe(step.carersViewId), at: step.at, by: by(step.byId),
    })),
    preventionAt, preventionBy: maybe(missing.preventionById), endedAs, endedAt, taker: maybe(missing.takerId),
  };
}
