// A missing person within an incident: missing until located and seen to be well, and what is owed after the return (docs/practice.md, Missing people).
import type { IncidentFile, Id, StatementId } from './incident-file.ts';
import type { MissingRisk } from './incident-words.ts';
import type { Instant } from './instant.ts';

export const INTERVIEW_STEPS = ['offered', 'attempted', 'held', 'refused', 'passed-on'] as const;
/** A return interview is offered and tried until it is held, refused, or taken by another authority. */
export type InterviewStep = (typeof INTERVIEW_STEPS)[number];
export const INTERVIEW_STEP_NAMES = {
  offered: 'offered', attempted: 'tried, not held', held: 'held', refused: 'refused', 'passed-on': 'taken by another authority',
} as const satisfies Record<InterviewStep, string>;
export type InterviewEnd = Extract<InterviewStep, 'held' | 'refused' | 'passed-on'>;
const ENDS: readonly InterviewStep[] = ['held', 'refused', 'passed-on'] satisfies readonly InterviewEnd[];
export const isInterviewEnd = (step: InterviewStep): step is InterviewEnd => ENDS.includes(step);

/** One going missing and one return; who goes missing again is a second one, with an interview of its own. */
export interface MissingPerson {
  id: Id;
  personId: Id;
  reportedAt: Instant;
  risk: MissingRisk;
  assessedAt: Instant;
  assessedById: Id;
  /** From here the return interview's clock runs. */
  locatedAt: Instant | null;
  locatedNoteId: StatementId | null;
  seenAt: Instant | null;
  /** Null: nobody has seen them yet. */
  seenWell: boolean | null;
  seenNoteId: StatementId | null;
  interviewDueAt: Instant | null;
  interviewWarnAt: Instant | null;
  interview: InterviewEnd | null;
  /** The police prevention interview: every returner has one. */
  preventionAt: Instant | null;
  preventionById: StatementId | null;
  endedAs: 'handed-on' | 'not-missing' | null;
  endedAt: Instant | null;
  takerId: StatementId | null;
}

/** Kept with who gave it and when; never taken away. */
export interface RiskFact { id: Id; missingId: Id; factId: StatementId; sourceId: StatementId; givenAt: Instant; at: Instant; byId: Id }

export interface ReturnInterviewStep { id: Id; missingId: Id; step: InterviewStep; whoId: StatementId; noteId: StatementId | null; carersViewId: StatementId | null; at: Instant; byId: Id }

export interface MissingParts { missing: readonly MissingPerson[]; riskFacts: readonly RiskFact[]; interviewSteps: readonly ReturnInterviewStep[] }

/** Located and well-being not confirmed is still missing. */
export const isUnconfirmed = ({ endedAs, locatedAt, seenWell }: Pick<MissingPerson, 'endedAs' | 'locatedAt' | 'seenWell'>): boolean =>
  endedAs === null && !(locatedAt !== null && seenWell === true);

type Owing = Pick<MissingPerson, 'personId' | 'locatedAt' | 'endedAs' | 'interview'>;
/** A child is offered a return interview at every return. */
export const owesInterview = (missing: Owing, people: readonly { personId: Id; isChild: boolean }[]): boolean =>
  missing.locatedAt !== null && missing.endedAs === null && missing.interview === null && people.some(({ personId, isChild }) => isChild && personId === missing.personId);

export const owedInterviews = ({ missing, people }: Pick<IncidentFile, 'missing' | 'people'>): MissingPerson[] => missing.filter((one) => owesInterview(one, people));
export const unconfirmedOf = <M extends Pick<MissingPerson, 'endedAs' | 'locatedAt' | 'seenWell'>>({ missing }: { missing: readonly M[] }): M[] => missing.filter(isUnconfirmed);

export interface MissingBodies {
  'missing.reported': { missingId: Id; personId: Id; risk: MissingRisk };
  'missing.factAdded': { riskFactId: Id; missingId: Id; factId: StatementId; sourceId: StatementId; givenAt: Instant };
  'missing.assessed': { missingId: Id; risk: MissingRisk; reasonId: StatementId };
  'missing.located': { missingId: Id; noteId: StatementId | null; interviewDueAt: Instant; interviewWarnAt: Instant };
  'missing.seen': { missingId: Id; well: boolean; noteId: StatementId | null };
  'missing.notFound': { missingId: Id; reasonId: StatementId };
  'missing.interviewRecorded': { stepId: Id; missingId: Id; step: InterviewStep; whoId: StatementId; noteId: StatementId | null; carersViewId: StatementId | null };
  'missing.preventionRecorded': { missingId: Id; whoId: StatementId; noteId: StatementId | null };
  'missing.ended': { missingId: Id; endedAs: 'handed-on' | 'not-missing'; takerId: StatementId | null; reasonId: StatementId };
}
type MissingEventOf<N extends keyof MissingBodies> = { name: N; at: Instant; byId: Id } & MissingBodies[N];
export type MissingEvent = { [N in keyof MissingBodies]: MissingEventOf<N> }[keyof MissingBodies];

export function applyMissing(file: IncidentFile, event: MissingEvent): IncidentFile {
  const change = (fields: Partial<MissingPerson>): IncidentFile => ({ ...file, missing: file.missing.map((one) => (one.id === event.missingId ? { ...one, ...fields } : one)) });
  switch (event.name) {
    case 'missing.reported': return { ...file, missing: [...file.missing, {
      id: event.missingId, personId: event.personId, reportedAt: event.at, risk: event.risk, assessedAt: event.at, assessedById: event.byId, locatedAt: null, locatedNoteId: null, seenAt: null, seenWell: null,
      seenNoteId: null, interviewDueAt: null, interviewWarnAt: null, interview: null, preventionAt: null, preventionById: null, endedAs: null, endedAt: null, takerId: null,
    }] };
    case 'missing.factAdded': return { ...file, riskFacts: [...file.riskFacts, {
      id: event.riskFactId, missingId: event.missingId, factId: event.factId, sourceId: event.sourceId, givenAt: event.givenAt, at: event.at, byId: event.byId,
    }] };
    case 'missing.assessed': return change({ risk: event.risk, assessedAt: event.at, assessedById: event.byId });
    case 'missing.located': return change({ locatedAt: event.at, locatedNoteId: event.noteId, interviewDueAt: event.interviewDueAt, interviewWarnAt: event.interviewWarnAt });
    case 'missing.seen': return change({ seenAt: event.at, seenWell: event.well, seenNoteId: event.noteId });
    case 'missing.notFound': return change({ locatedAt: null, locatedNoteId: null, seenAt: null, seenWell: null, seenNoteId: null, interviewDueAt: null, interviewWarnAt: null });
    case 'missing.interviewRecorded': {
      const { stepId: id, missingId, step, whoId, noteId, carersViewId, at, byId } = event;
      return { ...(isInterviewEnd(step) ? change({ interview: step }) : file), interviewSteps: [...file.interviewSteps, { id, missingId, step, whoId, noteId, carersViewId, at, byId }] };
    }
    case 'missing.preventionRecorded': return change({ preventionAt: event.at, preventionById: event.whoId });
    case 'missing.ended': return change({ endedAs: event.endedAs, endedAt: event.at, takerId: event.takerId });
  }
}

export const isMissingEvent = (event: { name: string }): event is MissingEvent => event.name.startsWith('missing.');

/** What comes next for somebody missing, in the order in which it is asked. */
export type MissingNext = 'find' | 'see' | 'interview' | 'prevention' | null;
export function nextForMissing(missing: Owing & Pick<MissingPerson, 'seenWell' | 'preventionAt'>, people: readonly { personId: Id; isChild: boolean }[]): MissingNext {
  if (missing.endedAs !== null) return null;
  if (missing.locatedAt === null) return 'find';
  if (missing.seenWell !== true) return 'see';
  if (owesInterview(missing, people)) return 'interview';
  return missing.preventionAt === null ? 'prevention' : null;
}

/** Whether the risk said of the incident is still somebody's: a flag for whoever is back would send people looking. */
export const isRiskStanding = ({ missingRisk, missing }: { missingRisk: MissingRisk | null; missing: readonly Pick<MissingPerson, 'endedAs' | 'locatedAt' | 'seenWell'>[] }): boolean =>
  missingRisk !== null && (missing.length === 0 || missing.some(isUnconfirmed));
