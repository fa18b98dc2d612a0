// From what was typed to what is sent: an age as it was said, a time on the wall in London, a place with its pin.
import { TZDate } from '@date-fns/tz';
import { isValid } from 'date-fns';
import { instantOf } from '../../../shared/domain/instant.ts';
import type { Instant } from '../../../shared/domain/instant.ts';
import type { raiseIncident } from '../../../shared/protocol/incidents.ts';
import type { Unsent } from '../../live/send.ts';
import { saidOrNull } from '../case/draft-fields.ts';
import type { CallDraft, PersonDraft } from './call-draft.ts';

type RaiseInput = Unsent<typeof raiseIncident>;
type PersonInput = RaiseInput['people'][number];

/** `2026-11-22T23:41` as a London clock shows it; null where it is no such moment. */
export function londonInstant(wallTime: string): Instant | null {
  const parts = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)/.exec(wallTime)?.slice(1).map(Number);
  if (parts === undefined) return null;
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0] = parts;
  const at = new TZDate(year, month - 1, day, hour, minute, 0, 0, 'Europe/London');
  return isValid(at) ? instantOf(at.getTime()) : null;
}

const UNBORN = -1;
const PER_YEAR = [[/\bday/i, 365], [/\bweek/i, 52], [/\bmonth/i, 12]] as const;

/** In years: `9`, `about 9`, `9 or 10`, `18 months`, `unborn`; what cannot be read as an age is not guessed. */
export function ageOf(text: string): number | null {
  if (/^\s*unborn\s*$/i.test(text)) return UNBORN;
  const figure = Number(/\d{1,3}/.exec(text)?.[0] ?? Number.NaN);
  const years = Math.floor(figure / (PER_YEAR.find(([unit]) => unit.test(text))?.[1] ?? 1));
  return years >= 0 && years <= 120 ? years : null;
}

const isSaid = ({ name, relation, age, isChild }: PersonDraft): boolean => isChild || [name, relation, age].some((text) => text.trim() !== '');

const personOf = ({ name, relation, age, isChild }: PersonDraft): PersonInput =>
  ({ name: saidOrNull(name), relation: saidOrNull(relation) ?? 'not said', isChild, bornOn: null, approximateAge: ageOf(age) });

const placeOf = ({ place, pin, secret }: CallDraft): RaiseInput['location'] => {
  const label = saidOrNull(place) ?? pin?.name;
  return label === undefined ? null : { label, lat: pin?.lat ?? null, lon: pin?.lon ?? null, secret };
};

export const raiseInput = (call: CallDraft, now: Instant): RaiseInput => ({
  door: call.door, reportedAt: londonInstant(call.reportedAt) ?? now, summary: call.summary.trim(), location: placeOf(call), people: call.people.filter(isSaid).map(personOf),
  flags: call.flags, missingRisk: call.missingRisk, answers: call.answers,
  caller: { name: saidOrNull(call.callerName), agency: saidOrNull(call.callerAgency), phone: saidOrNull(call.callerPhone), reference: saidOrNull(call.callerReference) },
});

/** Why it cannot be raised yet, or undefined. */
export function whyNotRaised(call: CallDraft, now: Instant): string | undefined {
  if (call.summary.trim() === '') return 'Say what was reported first.';
  if (call.reportedAt !== '' && londonInstant(call.reportedAt) === null) return 'The time of the report cannot be read.';
  if ((londonInstant(call.reportedAt) ?? now) > now) return 'It cannot have been reported after now. Check the time.';
  const unread = call.people.find(({ age }) => age.trim() !== '' && ageOf(age) === null);
  return unread && `The age “${unread.age.trim()}” cannot be read: write a number, “unborn”, or nothing.`;
}
