// What a Grade 4 is settled with: advice, or a referral to a named service, in the words that were said (docs/practice.md, Grades).
import { accept, refuse, type Decision } from './decision.ts';
import type { Id, IncidentFile, StatementId } from './incident-file.ts';
import type { Instant } from './instant.ts';

export const ADVICE_KINDS = ['advice', 'referral'] as const;
export type AdviceKind = (typeof ADVICE_KINDS)[number];

export interface Advice { id: Id; kind: AdviceKind; serviceId: StatementId | null; saidId: StatementId; at: Instant; byId: Id }

export interface AdviceBodies {
  'advice.given': { adviceId: Id; kind: AdviceKind; serviceId: StatementId | null; saidId: StatementId };
}
type Given = AdviceBodies['advice.given'] & { name: 'advice.given'; at: Instant; byId: Id };

export function decideAdvice(file: IncidentFile, command: AdviceBodies['advice.given'], who: { staffId: Id; now: Instant }): Decision<Given> {
  if (file.incident.state === 'closed') return refuse('incident-closed');
  if (command.kind === 'referral' && command.serviceId === null) return refuse('service-needed');
  return accept({ name: 'advice.given', at: who.now, byId: who.staffId, ...command });
}

export const withAdvice = (file: IncidentFile, { adviceId, kind, serviceId, saidId, at, byId }: Given): IncidentFile =>
  ({ ...file, advice: [...file.advice, { id: adviceId, kind, serviceId, saidId, at, byId }] });
