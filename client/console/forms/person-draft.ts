// A person as a form holds them while somebody is still on the phone: nothing known is allowed, and said as not known.
import { z } from 'zod';
import type { CallOf } from '../../../shared/protocol/route.ts';
import type { linkPerson } from '../../../shared/protocol/incidents.ts';

export const PersonDraft = z.object({
  name: z.string(), isChild: z.boolean(), relation: z.string(), bornOn: z.string(), age: z.string(), unborn: z.boolean(),
});
export type PersonDraft = z.infer<typeof PersonDraft>;
export const NOBODY: PersonDraft = { name: '', isChild: false, relation: '', bornOn: '', age: '', unborn: false };
export const RELATIONS = ['the person concerned', 'mother', 'father', 'parent', 'brother or sister', 'partner', 'carer', 'friend', 'neighbour'];

type PersonInput = CallOf<typeof linkPerson>['person'];

const UNBORN = -1;
const ageOf = ({ age, unborn }: PersonDraft): number | null => (unborn ? UNBORN : age.trim() === '' ? null : Number(age));

export function whyNotPerson(person: PersonDraft): string | undefined {
  const age = ageOf(person);
  if (age !== null && !(Number.isInteger(age) && age >= UNBORN && age <= 120)) return 'An age is a whole number from 0 to 120.';
  return undefined;
}

export const personInput = (person: PersonDraft): PersonInput => ({
  name: person.name.trim() || null, isChild: person.isChild || person.unborn, relation: person.relation.trim() || 'the person concerned',
  bornOn: person.bornOn || null, approximateAge: person.bornOn === '' ? ageOf(person) : null,
});

/** Somebody has begun to say who it is; an untouched line is nobody. */
export const isSomebody = (person: PersonDraft): boolean => JSON.stringify(person) !== JSON.stringify(NOBODY);
