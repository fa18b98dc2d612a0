// A call while it is being taken, and what is sent of it once it can be saved.
import { z } from 'zod';
import { refusalSentence } from '../../../shared/domain/refusal.ts';
import { DOORS } from '../../../shared/domain/incident-words.ts';
import type { raiseIncident } from '../../../shared/protocol/incidents.ts';
import type { CallOf } from '../../../shared/protocol/route.ts';
import { readMoment } from '../forms/local-moment.ts';
import { isSomebody, NOBODY, PersonDraft, personInput, whyNotPerson } from '../forms/person-draft.ts';
import { locationInput, NOWHERE, PlaceDraft } from '../forms/place-draft.ts';
import { NOTHING_ASKED, RiskDraft } from '../forms/risk-draft.ts';
import { NOTHING_TOLD, ToldDraft, toldOf, whyNotTold } from '../forms/told-draft.ts';

const Caller = z.object({ name: z.string(), agency: z.string(), phone: z.string(), reference: z.string() });

export const CallDraft = z.object({
  summary: z.string(), people: z.array(PersonDraft), place: PlaceDraft, door: z.enum(DOORS).nullable(), caller: Caller,
  /** As typed; empty means now. */
  reportedAt: z.string(),
  risk: RiskDraft,
  told: ToldDraft.default(NOTHING_TOLD),
  /** Open incidents that looked alike, and were said to be another. */
  otherThanIds: z.array(z.string()),
});
export type CallDraft = z.infer<typeof CallDraft>;

export const EMPTY_CALL: CallDraft = {
  summary: '', people: [NOBODY], place: NOWHERE, door: null, caller: { name: '', agency: '', phone: '', reference: '' }, reportedAt: '', risk: NOTHING_ASKED, told: NOTHING_TOLD, otherThanIds: [],
};

/** As it was kept, by whichever version of this page: a field that cannot be read costs that field and no other. */
const Kept = z.object({
  summary: CallDraft.shape.summary.catch(EMPTY_CALL.summary), people: CallDraft.shape.people.catch(EMPTY_CALL.people), place: CallDraft.shape.place.catch(EMPTY_CALL.place), door: CallDraft.shape.door.catch(EMPTY_CALL.door),
  told: CallDraft.shape.told.catch(EMPTY_CALL.told), caller: CallDraft.shape.caller.catch(EMPTY_CALL.caller), reportedAt: CallDraft.shape.reportedAt.catch(EMPTY_CALL.reportedAt), risk: CallDraft.shape.risk.catch(EMPTY_CALL.risk),
  otherThanIds: CallDraft.shape.otherThanIds.catch(EMPTY_CALL.otherThanIds),
});

export function readCall(body: string | null): CallDraft {
  try {
    return Kept.catch(EMPTY_CALL).parse(JSON.parse(body ?? 'null'));
  } catch {
    return EMPTY_CALL;
  }
}

/** What a list shows of it: what is happening, failing that who or where. */
export const wordsOf = ({ summary, people, place, caller }: CallDraft): string => [summary, ...people.map(({ name }) => name), place.text, caller.name, caller.agency].find((words) => words.trim() !== '')?.trim().slice(0, 200) ?? '';

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
  const reportedAt = draft.reportedAt.trim() === '' ? now.toISOString() : readMoment(draft.reportedAt, now, 'past').at;
  if (draft.door === null || reportedAt === null) return null;
  return {
    door: draft.door, reportedAt, summary: draft.summary.trim(), location: locationInput(draft.place), people: draft.people.filter(isSomebody).map(personInput),
    flags: draft.risk.flags, missingRisk: draft.risk.missingRisk, answers: draft.risk.answers,
    caller: { name: orNull(draft.caller.name), agency: orNull(draft.caller.agency), phone: orNull(draft.caller.phone), reference: orNull(draft.caller.reference) },
    told: toldOf(draft.told, now),
    alike: { sameAsId: null, otherThanIds: draft.otherThanIds },
  };
}
