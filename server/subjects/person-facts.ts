// What was said of a person at one time, as a version keeps it.
import { NOTHING_MORE, type PersonMore } from '../../shared/protocol/person-more.ts';

export interface NewPerson { name: string | null; isChild: boolean; relation: string; bornOn: string | null; approximateAge: number | null; more?: PersonMore | undefined }
export interface PersonFacts { name: string | null; isChild: boolean; relation: string; bornOn: string | null; approximateAge: number | null; more: PersonMore }

export const factsOf = ({ name, isChild, relation, bornOn, approximateAge, more }: NewPerson): PersonFacts =>
  ({ name, isChild, relation, bornOn, approximateAge, more: { ...NOTHING_MORE, ...more } });
