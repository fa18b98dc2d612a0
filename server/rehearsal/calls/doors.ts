// By which door a call comes at this hour, and who is on the telephone there.
import { DOORS, type Door } from '../../../shared/domain/incident-words.ts';
import type { Instant } from '../../../shared/domain/instant.ts';
import type { CastMember } from './cast.ts';
import type { WallHour } from '../../../shared/domain/founding-demand.ts';
import type { RehearsalCall } from './rehearsal-call.ts';
import type { Seeded } from './seeded.ts';

type Period = 'office' | 'evening' | 'night' | 'weekend';
/** Ours: police contact management brings the most at every hour; CART, MASH, intake and schools keep office hours. */
const WEIGHTS: Record<Period, Record<Door, number>> = {
  office: { cmu: 48, cart: 14, edt: 0.5, 'adult-intake': 9, mash: 6, hospital: 5, 'childrens-home': 4, school: 9, partner: 5, public: 3, self: 3 },
  evening: { cmu: 54, cart: 3, edt: 13, 'adult-intake': 1, mash: 1, hospital: 6, 'childrens-home': 8, school: 1, partner: 4, public: 5, self: 4 },
  night: { cmu: 60, cart: 0, edt: 12, 'adult-intake': 0, mash: 0, hospital: 9, 'childrens-home': 7, school: 0, partner: 4, public: 4, self: 4 },
  weekend: { cmu: 57, cart: 0, edt: 15, 'adult-intake': 0, mash: 0, hospital: 8, 'childrens-home': 7, school: 0, partner: 4, public: 5, self: 4 },
};
/** EDT's own weekday peaks, 17:00 to 20:00 and 23:00 to 24:00 (docs/practice.md, Demand): so many times its usual share. */
const EDT_PEAK: Partial<Record<number, number>> = { 17: 1.9, 18: 1.9, 19: 1.9, 23: 2.9 };

const isWeekend = (weekday: number): boolean => weekday > 4;
const periodOf = ({ hour, weekday }: WallHour): Period =>
  hour >= 17 && hour < 23 ? 'evening' : hour < 8 || hour === 23 ? 'night' : isWeekend(weekday) ? 'weekend' : 'office';

/** One of these doors, as busy as they are at this hour. */
export function doorAt(wall: WallHour, doors: ReadonlySet<Door>, chance: Seeded): Door {
  const weights = WEIGHTS[periodOf(wall)];
  const peak = isWeekend(wall.weekday) ? 1 : EDT_PEAK[wall.hour] ?? 1;
  return chance.weighted(DOORS.filter((door) => doors.has(door)).map((door) => [door, door === 'edt' ? weights.edt * peak : weights[door]] as const));
}

const AGENCIES: Record<Door, readonly string[]> = {
  cmu: ['Police contact management'], cart: ['CART'], edt: ['Emergency Duty Team'], 'adult-intake': ['Adult Intake and Assessment'], mash: ['MASH'],
  hospital: ['Emergency department', 'Children’s ward', 'Assessment unit', 'Hospital discharge team'], 'childrens-home': ['Children’s home'],
  school: ['Primary school', 'High school', 'Sixth form college', 'Nursery'], partner: ['Housing association', 'Ambulance service', 'Fire and rescue', 'Pharmacy', 'Youth club', 'Home care agency'],
  public: [], self: [],
};
const CALLERS: Record<Door, readonly string[]> = {
  cmu: ['Operator', 'Control room sergeant', 'Operator, missing desk', 'Patrol, by radio'], cart: ['Contact officer'], edt: ['Duty social worker'], 'adult-intake': ['Intake officer'], mash: ['Decision maker', 'Health practitioner'],
  hospital: ['Charge nurse', 'Ward sister', 'Doctor on call', 'Discharge nurse'], 'childrens-home': ['Night staff', 'Shift lead', 'Key worker'], school: ['Pastoral lead', 'Tutor', 'Head of year', 'Caretaker'],
  partner: ['Duty officer', 'Support worker', 'Manager on call'], public: ['Neighbour', 'Passer-by', 'Grandmother', 'Bus driver', 'Friend of the family', 'Brother', 'Shopkeeper'], self: [],
};
/** Some of the public leave neither name nor number. */
const ANONYMOUS = 0.15;

export function callerAt(door: Door, concerned: CastMember | undefined, reportedAt: Instant, chance: Seeded): RehearsalCall['caller'] {
  if (door === 'public' && chance.chance(ANONYMOUS)) return { name: null, agency: null, phone: null, reference: null };
  const name = door === 'self' ? concerned?.person.name ?? null : chance.pick(CALLERS[door]);
  const agency = AGENCIES[door].length === 0 ? null : chance.pick(AGENCIES[door]);
  // 01632 960000 to 960999 are kept for fiction: they ring nowhere.
  const phone = `01632 960 ${String(chance.whole(0, 999)).padStart(3, '0')}`;
  const reference = door === 'cmu' ? `LC-${reportedAt.slice(5, 10).replace('-', '')}-${String(chance.whole(1, 9999)).padStart(4, '0')}` : null;
  return { name, agency, phone, reference };
}
