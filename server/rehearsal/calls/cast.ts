// Who a call is about: people drawn for the roles of a scenario, one family with one name.
import { instantOf, type Instant } from '../../../shared/domain/instant.ts';
import { AWKWARD_FIRST_NAMES, AWKWARD_SURNAMES, FIRST_NAMES, SURNAMES, type Sex } from './names.ts';
import type { TypedPerson } from './rehearsal-call.ts';
import type { Seeded } from './seeded.ts';

export interface Role { ages: readonly [from: number, to: number]; relation: string; sex: Sex | null; named: boolean }
export interface CastMember { first: string | null; sex: Sex; age: number; person: TypedPerson }

export const CONCERNED = 'person concerned';
const role = (sex: Sex | null) => (from: number, to: number, relation = CONCERNED): Role => ({ ages: [from, to], relation, sex, named: true });
export const somebody = role(null);
export const woman = role('she');
export const man = role('he');
/** Whose name the caller does not know. */
export const stranger = (from: number, to: number, relation = CONCERNED): Role => ({ ...somebody(from, to, relation), named: false });
export const unborn: Role = { ages: [-1, -1], relation: 'unborn', sex: null, named: false };

const ADULT_AT = 18;
const AWKWARD_SHARE = 0.05;
/** Of the people whose name is known; of the others an age is guessed. */
const BIRTHDAY_KNOWN = 0.3;

export function castOf(roles: readonly Role[], reportedAt: Instant, chance: Seeded): CastMember[] {
  const surname = surnameFrom(chance.derive('family'));
  const cast: CastMember[] = [];
  for (const [index, role] of roles.entries()) {
    const own = chance.derive(index);
    const [age, sex] = [besides(cast[0], role, own.whole(...role.ages)), role.sex ?? own.pick<Sex>(['she', 'he'])];
    const names = (own.chance(AWKWARD_SHARE) ? AWKWARD_FIRST_NAMES : FIRST_NAMES)[sex].filter((name) => cast.every(({ first }) => first !== name));
    const first = role.named ? own.pick(names) : null;
    const last = index === 0 || own.chance(0.85) ? surname : surnameFrom(own);
    const bornOn = first !== null && own.chance(BIRTHDAY_KNOWN) ? birthdayOf(age, reportedAt, own) : null;
    cast.push({ first, sex, age, person: { name: first === null ? null : `${first} ${last}`, isChild: age < ADULT_AT, relation: role.relation, bornOn, approximateAge: bornOn === null ? age : null } });
  }
  return cast;
}

const OLDER_BY: Partial<Record<string, number>> = { mother: 17, father: 17, stepfather: 12, grandmother: 36, baby: -17, child: -17, son: -17, daughter: -17 };
/** Parents are older than their children. */
function besides(concerned: CastMember | undefined, { relation }: Role, age: number): number {
  const years = OLDER_BY[relation];
  if (concerned === undefined || years === undefined) return age;
  return years > 0 ? Math.max(age, concerned.age + years) : Math.max(0, Math.min(age, concerned.age + years));
}

const surnameFrom = (chance: Seeded): string => chance.pick(chance.chance(AWKWARD_SHARE) ? AWKWARD_SURNAMES : SURNAMES);

/** In UTC: a birthday must not move with the machine's zone. */
function birthdayOf(age: number, reportedAt: Instant, chance: Seeded): string {
  const today = new Date(reportedAt);
  return instantOf(Date.UTC(today.getUTCFullYear() - age, today.getUTCMonth(), today.getUTCDate() - chance.whole(1, 360))).slice(0, 10);
}
