// A call while it is being taken, and what is sent of it once it can be saved.
import { z } from 'zod';
import type { DraftForm } from '../../../shared/domain/call-draft.ts';
import { refusalSentence } from '../../../shared/domain/refusal.ts';
import { DOORS } from '../../../shared/domain/incident-words.ts';
import { instantOf } from '../../../shared/domain/instant.ts';
import { enteredLateMinutes } from '../../../shared/domain/late-entry.ts';
import type { raiseIncident } from '../../../shared/protocol/incidents.ts';
import type { CallOf } from '../../../shared/protocol/route.ts';
import { readMoment } from '../../ui/local-moment.ts';
import { isSomebody, NOBODY, PersonDraft, personInput, whyNotPerson } from '../person/person-draft.ts';
import { locationInput, NOWHERE, PlaceDraft } from '../place/place-draft.ts';
import { NOTHING_ASKED, RiskDraft } from '../risk/risk-draft.ts';
import { NOTHING_TOLD, ToldDraft, toldOf, whyNotTold } from '../owed/told-draft.ts';

const Caller = z.object({ name: z.string(), agency: z.string(), phone: z.string(), reference: z.string() });

export const CallDraft = z.object({
  summary: z.string(), people: z.array(PersonDraft), place: PlaceDraft, door: z.enum(DOORS).nullable(), caller: Caller,
  /** As typed; empty means now. */
  reportedAt: z.string(),
  /** Why it is entered only now, where it is entered late. */
  lateBecause: z.string().default(''),
  risk: RiskDraft,
  told: ToldDraft.default(NOTHING_TOLD),
  /** Open incidents that looked alike, and were said to be another. */
  otherThanIds: z.array(z.string()),
});
export type CallDraft = z.infer<typeof CallDraft>;

export const EMPTY_CALL: CallDraft = {
  summary: '', people: [NOBODY], place: NOWHERE, door: null, caller: { name: '', agency: '', phone: '', reference: '' }, reportedAt: '', lateBecause: '', risk: NOTHING_ASKED, told: NOTHING_TOLD, otherThanIds: [],
};

/** As it was kept, by whichever version of this page: a field that cannot be read costs that field and no other. */
const Kept = z.object({
  summary: CallDraft.shape.summary.catch(EMPTY_CALL.summary), people: CallDraft.shape.people.catch(EMPTY_CALL.people), place: CallDraft.shape.place.catch(EMPTY_CALL.place), door: CallDraft.shape.door.catch(EMPTY_CALL.door),
  told: CallDraft.shape.told.catch(EMPTY_CALL.told), caller: CallDraft.shape.caller.catch(EMPTY_CALL.caller), reportedAt: CallDraft.shape.reportedAt.catch(EMPTY_CALL.reportedAt), risk: CallDraft.shape.risk.catch(EMPTY_CALL.risk),
  lateBecause: CallDraft.shape.lateBecause.catch(EMPTY_CALL.lateBecause), otherThanIds: CallDraft.shape.otherThanIds.catch(EMPTY_CALL.otherThanIds),
});

/** At the desk most calls come by its own door. */
export const emptyCall = (form: DraftForm): CallDraft => (form === 'desk' ? { ...EMPTY_CALL, door: 'edt' } : EMPTY_CALL);

export function readCall(body: string | null, form: DraftForm = 'console'): CallDraft {
  try {
    return Kept.catch(emptyCall(form)).parse(JSON.parse(body ?? 'null'));
  } catch {
    return emptyCall(form);
  }
}

/** What a list shows of it: what is happening, failing that who or where. */
export const wordsOf = ({ summary, people, place, caller }: CallDraft): string => [summary, ...people.map(({ name }) => name), place.text, caller.name, caller.agency].find((words) => words.trim() !== '')?.trim().slice(0, 200) ?? '';

/** When it was reported, as it is sent: now, where nothing was written; null where it cannot be read. */
const reportedOf = ({ reportedAt }: CallDraft, now: Date): string | null => (reportedAt.trim() === '' ? instantOf(now) : readMoment(reportedAt, now, 'past').at);

/** Whole minutes since the report where this is a late entry. */
export function lateMinutes(draft: CallDraft, now: Date): number | null {
  const reportedAt = reportedOf(draft, now);
  return reportedAt === null ? null : enteredLateMinutes({ reportedAt, raisedAt: instantOf(now) });
}

const orNull = (text: string): string | null => text.trim() || null;

/** Why it cannot be saved yet: only what the record cannot do without. */
export function whyNotSave(draft: CallDraft, onDuty: boolean, now: Date): string | undefined {
  if (!onDuty) return refusalSentence({ code: 'not-on-duty' });
  if (draft.summary.trim() === '') return 'Write what is happening.';
  if (draft.door === null) return 'Say which door it came by.';
  if (draft.reportedAt.trim() !== '') {
    const { problem } = readMoment(draft.reportedAt, now, 'past');
    if (problem !== null) return problem;
  }
  return draft.people.map(whyNotPerson).find((why) => why !== undefined) ?? whyNotTold(draft.told, now);
}

/** Only for a draft that `whyNotSave` lets through; null otherwise. */
export function raiseInput(draft: CallDraft, now: Date): Omit<CallOf<typeof raiseIncident>, 'commandId'> | null {
  const reportedAt = reportedOf(draft, now);
  if (draft.door === null || reportedAt === null) return null;
  return {
    door: draft.door, reportedAt, summary: draft.summary.trim(), location: locationInput(draft.place), people: draft.people.filter(isSomebody).map(personInput),
    flags: draft.risk.flags, missingRisk: draft.risk.missingRisk, answers: draft.risk.answers,
    caller: { name: orNull(draft.caller.name), agency: orNull(draft.caller.agency), phone: orNull(draft.caller.phone), reference: orNull(draft.caller.reference) },
    told: toldOf(draft.told, now),
    lateBecause: lateMinutes(draft, now) === null ? null : orNull(draft.lateBecause),
    alike: { sameAsId: null, otherThanIds: draft.otherThanIds },
  };
}
