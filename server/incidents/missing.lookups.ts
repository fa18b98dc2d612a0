// Whose names and which texts the missing people of an incident stand on.
import type { Id, IncidentFile } from '../../shared/domain/incident-file.ts';

export const missingStaffIds = (file: IncidentFile): Id[] => [...file.missing.map((m) => m.assessedById), ...file.riskFacts.map((fact) => fact.byId), ...file.interviewSteps.map((step) => step.byId)];

export const missingStatementIds = (file: IncidentFile): (Id | null)[] => [
  ...file.missing.flatMap((missing) => [missing.locatedNoteId, missing.seenNoteId, missing.preventionById, missing.takerId]), ...file.riskFacts.flatMap((fact) => [fact.factId, fact.sourceId]),
  ...file.interviewSteps.flatMap((step) => [step.whoId, step.noteId, step.carersViewId]),
];
