// A call that is being written down, and what it becomes: kept as written until the server has it.
import { NO_ANSWERS, type Answers } from '../../../shared/domain/policy.ts';
import type { Door, MissingRisk, VulnerabilityFlag } from '../../../shared/domain/incident-words.ts';
import { instantOf, type Instant } from '../../../shared/domain/instant.ts';
import { enteredLateMinutes } from '../../../shared/domain/late-entry.ts';
import type { raiseIncident } from '../../../shared/protocol/incidents.ts';
import type { CallOf } from '../../../shared/protocol/route.ts';
import { readMoment } from '../../ui/local-moment.ts';

export interface PersonDraft { id: string; name: string; isChild: boolean; age: string; relation: string }

export interface Point { lat: number; lon: number; name: string }

export interface CallDraft {
  /** When it was told: the clock runs from here, however long the form stays open. */
  reportedAt: Instant;
  /** Where it was told earlier: as typed. */
  toldAt: string;
  /** Why it is entered only now, where it is entered late. */
  lateBecause: string;
  door: Door;
  summary: string;
  address: string;
  point: Point | null;
  secret: boolean;
  people: readonly PersonDraft[];
  flags: readonly VulnerabilityFlag[];
  missingRisk: MissingRisk | null;
  answers: Answers;
}

export const blankCall = (reportedAt: Instant): CallDraft => ({
  reportedAt, toldAt: '', lateBecause: '', door: 'public', summary: '', address: '', point: null, secret: false, people: [], flags: [], missingRisk: null, answers: NO_ANSWERS,
});

export const blankPerson = (): PersonDraft => ({ id: crypto.randomUUID(), name: '', isChild: false, age: '', relation: '' });

/** Null where it cannot be read. */
export const reportedOf = ({ reportedAt, toldAt }: CallDraft, now: Date): Instant | null => (toldAt.trim() === '' ? reportedAt : readMoment(toldAt, now, 'past').at);

export const isLate = (draft: CallDraft, now: Date): boolean => {
  const reportedAt = reportedOf(draft, now);
  return reportedAt !== null && enteredLateMinutes({ reportedAt, raisedAt: instantOf(now) }) !== null;
};

/** The sentence that says what is still owed; undefined when it can be sent. */
export function owedOf(draft: CallDraft, now: Date): string | undefined {
  const { summary, people } = draft;
  if (summary.trim() === '') return 'Say what has happened, in a few words.';
  if (people.some(({ relation }) => relation.trim() === '')) return 'Say for each person who they are in this: mother, neighbour, caller.';
  if (people.some(({ age }) => !isAge(age))) return 'An age is a whole number of years, or left empty.';
  return reportedOf(draft, now) === null ? 'Write when you were told as 23:10, or leave it empty.' : undefined;
}

const isAge = (age: string): boolean => age.trim() === '' || (/^\d{1,3}$/.test(age.trim()) && Number(age) <= 120);

const locationOf = ({ address, point, secret }: CallDraft) => {
  const label = [address.trim(), point?.name].filter(Boolean).join(', ').slice(0, 200);
  return label === '' ? null : { label, lat: point?.lat ?? null, lon: point?.lon ?? null, secret };
};

export const inputOf = (draft: CallDraft, now: Date): Omit<CallOf<typeof raiseIncident>, 'commandId'> => ({
  door: draft.door,
  reportedAt: reportedOf(draft, now) ?? draft.reportedAt,
  lateBecause: isLate(draft, now) ? draft.lateBecause.trim() || null : null,
  summary: draft.summary.trim(),
  location: locationOf(draft),
  people: draft.people.map(({ name, isChild, age, relation }) => ({
    name: name.trim() === '' ? null : name.trim(), isChild, relation: relation.trim(), bornOn: null, approximateAge: age.trim() === '' ? null : Number(age),
  })),
  flags: [...draft.flags],
  missingRisk: draft.missingRisk,
  answers: draft.answers,
  caller: { name: null, agency: null, phone: null, reference: null },
});
