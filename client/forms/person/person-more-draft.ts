// What else may be known of a person, as a form holds it: words as typed, and nothing asked for.
import { z } from 'zod';
import { CHILD_STATUSES, CONSENT_DECISIONS, CONSENT_GIVERS, INTERPRETERS, SHARING_BASES, WHEREABOUTS, type PersonMore } from '../../../shared/protocol/person-more.ts';

const Answer = z.enum(['yes', 'no', '']);
export const MoreDraft = z.object({
  aliases: z.string(), description: z.string(), expectedMonth: z.string(), whereabouts: z.enum([...WHEREABOUTS, '']), whereaboutsWords: z.string(),
  status: z.enum([...CHILD_STATUSES, '']), statusSaidBy: z.string(), statusAuthority: z.string(),
  ring: Answer, text: Answer, message: Answer, hours: z.string(), answeredBy: z.string(),
  language: z.string(), interpreter: z.enum([...INTERPRETERS, '']), interpreterName: z.string(),
  consent: z.enum([...CONSENT_DECISIONS, '']), consentBy: z.enum([...CONSENT_GIVERS, '']), consentName: z.string(), consentScope: z.string(), capacity: z.string(),
  sharing: z.enum([...SHARING_BASES, '']), sharingWhy: z.string(),
});
export type MoreDraft = z.infer<typeof MoreDraft>;
export const NO_MORE: MoreDraft = {
  aliases: '', description: '', expectedMonth: '', whereabouts: '', whereaboutsWords: '', status: '', statusSaidBy: '', statusAuthority: '', ring: '', text: '', message: '', hours: '', answeredBy: '',
  language: '', interpreter: '', interpreterName: '', consent: '', consentBy: '', consentName: '', consentScope: '', capacity: '', sharing: '', sharingWhy: '',
};

const orNull = (text: string): string | null => text.trim() || null;
const given = <T extends string>(choice: T | ''): T | null => (choice === '' ? null : choice);
const answerOf = (answer: MoreDraft['ring']): boolean | null => (answer === '' ? null : answer === 'yes');
const wordOf = (answer: boolean | null | undefined): MoreDraft['ring'] => (answer === null || answer === undefined ? '' : answer ? 'yes' : 'no');

export const MONTH = /^(1[89]|2\d)\d\d-(0[1-9]|1[0-2])$/;
export const whyNotMore = ({ expectedMonth }: MoreDraft): string | undefined => (expectedMonth.trim() === '' || MONTH.test(expectedMonth.trim()) ? undefined : 'Write the month as 2027-03.');

/** `at`: when consent, a status or a basis was said, where it was not said before; null where that is as the call. */
export function moreOf(draft: MoreDraft, before: PersonMore | null, at: string | null): PersonMore {
  const status = given(draft.status);
  const old = before?.statuses.find(({ kind }) => kind === status);
  const contact = { ring: answerOf(draft.ring), text: answerOf(draft.text), message: answerOf(draft.message), hours: orNull(draft.hours), answeredBy: orNull(draft.answeredBy) };
  const [decision, basis] = [given(draft.consent), given(draft.sharing)];
  return {
    aliases: draft.aliases.split(',').map((alias) => alias.trim()).filter((alias) => alias !== '').slice(0, 10), description: orNull(draft.description), expectedMonth: orNull(draft.expectedMonth),
    whereabouts: given(draft.whereabouts), whereaboutsWords: orNull(draft.whereaboutsWords),
    statuses: [
      ...(status === null ? [] : [{ kind: status, saidBy: orNull(draft.statusSaidBy), saidAt: old?.saidAt ?? at, authority: orNull(draft.statusAuthority) }]),
      ...(before?.statuses.slice(1).filter(({ kind }) => kind !== status) ?? []),
    ],
    contact: Object.values(contact).every((part) => part === null) ? null : contact,
    language: orNull(draft.language), interpreter: given(draft.interpreter), interpreterName: orNull(draft.interpreterName),
    consent: decision === null ? null : {
      decision, by: given(draft.consentBy), name: orNull(draft.consentName), scope: orNull(draft.consentScope), capacity: orNull(draft.capacity), at: before?.consent?.decision === decision ? before.consent.at : at,
    },
    sharing: basis === null ? null : { basis, why: orNull(draft.sharingWhy), at: before?.sharing?.basis === basis ? before.sharing.at : at },
  };
}

export function moreDraftOf(more: PersonMore): MoreDraft {
  const [status] = more.statuses;
  return {
    aliases: more.aliases.join(', '), description: more.description ?? '', expectedMonth: more.expectedMonth ?? '', whereabouts: more.whereabouts ?? '', whereaboutsWords: more.whereaboutsWords ?? '',
    status: status?.kind ?? '', statusSaidBy: status?.saidBy ?? '', statusAuthority: status?.authority ?? '', ring: wordOf(more.contact?.ring), text: wordOf(more.contact?.text), message: wordOf(more.contact?.message),
    hours: more.contact?.hours ?? '', answeredBy: more.contact?.answeredBy ?? '', language: more.language ?? '', interpreter: more.interpreter ?? '', interpreterName: more.interpreterName ?? '',
    consent: more.consent?.decision ?? '', consentBy: more.consent?.by ?? '', consentName: more.consent?.name ?? '', consentScope: more.consent?.scope ?? '', capacity: more.consent?.capacity ?? '',
    sharing: more.sharing?.basis ?? '', sharingWhy: more.sharing?.why ?? '',
  };
}
