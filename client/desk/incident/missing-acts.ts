// What a worker at the desk can record of somebody missing, each with what it asks for, and when it is offered. Data, so that form and line say the same.
import { isUnconfirmed } from '../../../shared/domain/missing.ts';
import type { MissingRisk } from '../../../shared/domain/incident-words.ts';
import { addRiskFact, assessMissing, endMissing, recordInterview, recordLocated, recordPrevention, recordSeenMissing, takeBackFound } from '../../../shared/protocol/missing.ts';
import type { IncidentView } from '../../../shared/protocol/views.ts';
import type { Deed } from '../case/use-deed.ts';

type Missing = IncidentView['missing'][number];
export interface SaidOfMissing { who: string; note: string; independent: boolean; risk: MissingRisk | null }
export interface MissingAct {
  label: string;
  offered: (missing: Missing) => boolean;
  /** Its label where a name is needed. */
  who?: string;
  needsNote?: string;
  asksRisk?: boolean;
  send: (deed: Deed, missingId: string, said: SaidOfMissing) => Promise<unknown>;
}

const back = ({ locatedAt, endedAs }: Missing): boolean => locatedAt !== null && endedAs === null;
const owed = (missing: Missing): boolean => back(missing) && missing.interview === null;
const interview = (step: 'offered' | 'attempted' | 'held' | 'refused' | 'passed-on'): MissingAct['send'] => (deed, missingId, { who, note, independent }) =>
  deed(recordInterview, { missingId, step, who, independent, note: step === 'refused' ? null : note || null, carersView: step === 'refused' ? note : null });

export const MISSING_ACTS = {
  well: { label: 'Found and seen well', offered: isUnconfirmed, send: (deed, missingId, { note }) => deed(recordSeenMissing, { missingId, at: null, well: true, note: note || null }) },
  'not-well': { label: 'Found and seen, not well', offered: isUnconfirmed, needsNote: 'What is wrong', send: (deed, missingId, { note }) => deed(recordSeenMissing, { missingId, at: null, well: false, note }) },
  found: { label: 'Found, not yet seen', offered: (missing) => missing.locatedAt === null && missing.endedAs === null, send: (deed, missingId, { note }) => deed(recordLocated, { missingId, at: null, note: note || null }) },
  fact: { label: 'A fact about the risk', offered: isUnconfirmed, who: 'Who gave it', needsNote: 'What is known', send: (deed, missingId, { who, note }) => deed(addRiskFact, { missingId, source: who, fact: note, givenAt: null }) },
  assess: {
    label: 'The risk, assessed again', offered: isUnconfirmed, asksRisk: true, needsNote: 'What it rests on',
    send: async (deed, missingId, { risk, note }) => (risk === null ? null : deed(assessMissing, { missingId, risk, reason: note })),
  },
  'not-found': { label: 'Not found after all: a mistake', offered: owed, needsNote: 'What was wrong', send: (deed, missingId, { note }) => deed(takeBackFound, { missingId, reason: note }) },
  'handed-on': { label: 'Somebody else has the search now', offered: isUnconfirmed, who: 'Who has it: name, role, reference', needsNote: 'Why', send: (deed, missingId, { who, note }) => deed(endMissing, { missingId, endedAs: 'handed-on', takenBy: who, reason: note }) },
  'not-missing': { label: 'Was not missing: recorded by mistake', offered: (missing) => missing.endedAs === null && missing.interview === null, needsNote: 'Why', send: (deed, missingId, { note }) => deed(endMissing, { missingId, endedAs: 'not-missing', takenBy: null, reason: note }) },
  offered: { label: 'Return interview offered', offered: owed, who: 'Who offered it', send: interview('offered') },
  attempted: { label: 'Return interview tried, not held', offered: owed, who: 'Who tried', send: interview('attempted') },
  held: { label: 'Return interview held', offered: owed, who: 'Who held it', send: interview('held') },
  refused: { label: 'Return interview refused', offered: owed, who: 'Who offered it', needsNote: 'What the carer says', send: interview('refused') },
  'passed-on': { label: 'Return interview taken by another authority', offered: owed, who: 'Who took it: name and authority', send: interview('passed-on') },
  prevention: { label: 'Police prevention interview', offered: (missing) => back(missing) && missing.preventionAt === null, who: 'Which officer held it', send: (deed, missingId, { who, note }) => deed(recordPrevention, { missingId, who, note: note || null }) },
} as const satisfies Record<string, MissingAct>;
export type MissingCode = keyof typeof MISSING_ACTS;

const CODES: readonly MissingCode[] = ['well', 'not-well', 'found', 'fact', 'assess', 'not-found', 'handed-on', 'offered', 'attempted', 'held', 'refused', 'passed-on', 'prevention', 'not-missing'];
export const offeredActs = (missing: Missing): MissingCode[] => CODES.filter((code) => MISSING_ACTS[code].offered(missing));

/** Those whom nobody looks for yet. */
export const notMissing = ({ people, missing }: Pick<IncidentView, 'people' | 'missing'>): IncidentView['people'] =>
  people.filter(({ personId }) => !missing.some((one) => one.personId === personId && isUnconfirmed(one)));
