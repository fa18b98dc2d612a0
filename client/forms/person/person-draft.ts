// A person as a form holds them while somebody is still on the phone: nothing known is allowed, and said as not known.
import { differenceInYears, parseISO } from 'date-fns';
import { z } from 'zod';
import type { CallOf } from '../../../shared/protocol/route.ts';
import type { linkPerson } from '../../../shared/protocol/incidents.ts';
import { moreOf, MoreDraft, whyNotMore } from './person-more-draft.ts';
import { readDay } from '../../ui/local-day.ts';

export const PersonDraft = z.object({
  /** As typed. */
  name: z.string(), relation: z.string(), bornOn: z.string(), age: z.string(), isChild: z.boolean(), unborn: z.boolean(),
  /** Null until somebody says more. */
  more: MoreDraft.nullable().default(null),
});
export type PersonDraft = z.infer<typeof PersonDraft>;
export const NOBODY: PersonDraft = { name: '', relation: '', bornOn: '', age: '', isChild: false, unborn: false, more: null };
export const RELATIONS = ['the person concerned', 'mother', 'father', 'parent', 'brother or sister', 'partner', 'carer', 'friend', 'neighbour'];

type PersonInput = CallOf<typeof linkPerson>['person'];

const UNBORN = -1;
const OLDEST = 120;
const ageOf = ({ age, unborn }: PersonDraft): number | null => (unborn ? UNBORN : age.trim() === '' ? null : Number(age));

export const yearsOld = (day: string, now: Date): number => differenceInYears(now, parseISO(day));

export function whyNotAge(person: PersonDraft): string | undefined {
  const age = ageOf(person);
  return age === null || (Number.isInteger(age) && age >= UNBORN && age <= OLDEST) ? undefined : 'An age is a whole number from 0 to 120.';
}

export function whyNotPerson(person: PersonDraft): string | undefined {
  if (person.bornOn.trim() !== '' && readDay(person.bornOn) === null) return 'A date of birth cannot be read. Write it as 12 Mar 2015.';
  return whyNotAge(person) ?? (person.more === null ? undefined : whyNotMore(person.more));
}

export function personInput(person: PersonDraft): PersonInput {
  const bornOn = readDay(person.bornOn);
  return {
    name: person.name.trim() || null, isChild: person.isChild || person.unborn, relation: person.relation.trim() || 'the person concerned',
    bornOn, approximateAge: bornOn === null ? ageOf(person) : null,
    ...(person.more === null ? {} : { more: moreOf(person.more, null, null) }),
  };
}

/** Somebody has begun to say who it is; an untouched line is nobody. */
export const isSomebody = (person: PersonDraft): boolean => JSON.stringify(person) !== JSON.stringify(NOBODY);
