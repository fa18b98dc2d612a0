// What is owed on an incident, with names and words in place of ids.
import type { Id, IncidentFile } from '../../shared/domain/incident-file.ts';
import type { PersonView } from '../../shared/protocol/person-view.ts';
import type { IncidentView } from '../../shared/protocol/views.ts';

export interface Naming { person: (staffId: Id) => PersonView; said: (id: Id) => string; maybeSaid: (id: Id | null) => string | null }

export const owedStaffIds = (file: IncidentFile): (Id | null)[] => [
  ...file.promises.map(({ madeById }) => madeById), ...file.advice.map(({ byId }) => byId), ...file.leads.map(({ byId }) => byId), ...file.instructions.flatMap(({ staffId, byId }) => [staffId, byId]),
  ...file.reassessments.map(({ askedById }) => askedById), ...file.news.flatMap(({ ownerId, decidedById }) => [ownerId, decidedById]),
];
export const owedStatementIds = (file: IncidentFile): (Id | null)[] => [
  ...file.promises.map(({ saidId }) => saidId), ...file.advice.flatMap(({ serviceId, saidId }) => [serviceId, saidId]),
  ...file.leads.flatMap(({ takerId, referenceId, disputeWithId, answererId }) => [takerId, referenceId, disputeWithId, answererId]),
];

export const owedView = (file: IncidentFile, { person, said, maybeSaid }: Naming): Pick<IncidentView, 'promises' | 'advice' | 'leads' | 'instructions' | 'reassessments' | 'news'> => ({
  promises: file.promises.map(({ saidId, madeById, endedById: _ended, ...promise }) => ({ ...promise, said: said(saidId), madeBy: person(madeById) })),
  advice: file.advice.map(({ serviceId, saidId, byId, ...advice }) => ({ ...advice, service: maybeSaid(serviceId), said: said(saidId), by: person(byId) })),
  leads: file.leads.map(({ byId, takerId, referenceId, disputeWithId, answererId, ...lead }) => ({
    ...lead, by: person(byId), taker: maybeSaid(takerId), reference: maybeSaid(referenceId), disputeWith: maybeSaid(disputeWithId), answerer: maybeSaid(answererId),
  })),
  instructions: file.instructions.map(({ byId, ...instruction }) => ({ ...instruction, name: person(instruction.staffId).name, by: person(byId) })),
  reassessments: file.reassessments.map(({ askedById, noteId: _note, ...one }) => ({ ...one, askedBy: person(askedById) })),
  news: file.news.map(({ ownerId, decidedById, reasonId: _reason, linkedToId: _linked, ...news }) => ({ ...news, owner: person(ownerId), decidedBy: decidedById === null ? null : person(decidedById) })),
});
