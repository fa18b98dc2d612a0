// Incidents for a debrief to look at: one that came, was sent to and attended, changed as a test needs it; and nights of them by chance.
import fc from 'fast-check';
import type { DebriefDispatch, DebriefFacts } from '../../shared/domain/debrief-facts.ts';
import { DISTRICTS } from '../../shared/domain/district.ts';
import { GRADES } from '../../shared/domain/grade.ts';
import { DOORS } from '../../shared/domain/incident-words.ts';
import { instantOf, plusMinutes, type Instant } from '../../shared/domain/instant.ts';

/** Friday, seven in the evening, when clocks show UTC. */
export const EVENING = '2026-11-20T19:00:00.000Z';
export const MORNING = plusMinutes(EVENING, 12 * 60);
export const after = (minutes: number): Instant => plusMinutes(EVENING, minutes);

/** Minutes after EVENING throughout; null for what did not happen. */
interface Sent { crew?: string; at: number; accepted?: number; going?: number; there?: number; ended?: number; declined?: boolean; kind?: DebriefDispatch['kind'] }
const moment = (minutes: number | undefined): Instant | null => (minutes === undefined ? null : after(minutes));

export const sent = ({ crew = 'B2', at, accepted, going, there, ended, declined = false, kind = 'visit' }: Sent): DebriefDispatch =>
  ({ kind, need: 'police', crew, at: after(at), acceptedAt: moment(accepted), goingAt: moment(going), thereAt: moment(there), endedAt: moment(ended), declined });

/** Reported at EVENING, Grade 2, entered at 2, graded at 4; nobody was sent. */
export const incident = (change: Partial<DebriefFacts> = {}): DebriefFacts => ({
  ref: 'EAR-1120-0001', door: 'cmu', grade: 2, strictest: 2, reportedAt: EVENING, raisedAt: after(2), gradedAt: after(4), dueAt: after(60), attendedAt: null, jointAt: null, endedAt: null, ending: null,
  districtCode: 'E07000123', missing: false, duplicate: false, needs: ['police', 'social-work'], dispatches: [], ...change,
});

const minutes = (max: number) => fc.integer({ min: 0, max: max * 60 }).map((seconds) => seconds / 60);
const maybe = <T>(what: fc.Arbitrary<T>) => fc.option(what, { nil: undefined });

/** A dispatch whose steps follow one another. */
const dispatch = fc.record({ at: minutes(600), crew: fc.constantFrom('B1', 'B2', 'P1'), steps: fc.array(minutes(60), { maxLength: 3 }), ends: maybe(minutes(90)), declines: fc.boolean(), kind: fc.constantFrom('visit' as const, 'phone' as const) })
  .map(({ at, crew, steps, ends, declines, kind }) => {
    const moments = steps.map((_, index) => at + steps.slice(0, index + 1).reduce((sum, step) => sum + step, 0));
    const [accepted, going, there] = declines ? [] : moments;
    const last = moments.at(-1) ?? at;
    return { crew, at, declined: declines, kind, ...(accepted === undefined ? {} : { accepted }), ...(going === undefined ? {} : { going }), ...(there === undefined ? {} : { there }), ...(ends === undefined && !declines ? {} : { ended: (declines ? at : last) + (ends ?? 5) }) };
  });

const shifted = (at: Instant | null, by: number): Instant | null => (at === null ? null : plusMinutes(at, by));

/** What may come of a county's evening; attended when the first visit was there, closed or not. */
const anIncident = fc.record({
  reported: minutes(700), entering: minutes(20), grading: maybe(minutes(30)), grade: fc.constantFrom(...GRADES), dispatches: fc.array(dispatch, { maxLength: 4 }), ends: maybe(minutes(600)), door: fc.constantFrom(...DOORS),
  district: fc.option(fc.constantFrom(...DISTRICTS.map(({ code }) => code))), missing: fc.boolean(), duplicate: fc.nat({ max: 9 }).map((one) => one === 0),
}).map(({ reported, entering, grading, grade, dispatches, ends, door, district, missing, duplicate }): Omit<DebriefFacts, 'ref'> => {
  const raised = reported + entering;
  const all = dispatches.map(sent).map((one) => ({
    ...one, at: plusMinutes(one.at, raised), acceptedAt: shifted(one.acceptedAt, raised), goingAt: shifted(one.goingAt, raised), thereAt: shifted(one.thereAt, raised), endedAt: shifted(one.endedAt, raised),
  }));
  const arrivals = all.flatMap(({ thereAt }) => (thereAt === null ? [] : [thereAt])).toSorted();
  const target = { 1: 0, 2: 60, 3: 2880, 4: null }[grade];
  const [attendedAt = null, jointAt = null] = arrivals;
  const last = [after(raised), ...all.flatMap(({ at, endedAt, thereAt }) => [at, endedAt ?? at, thereAt ?? at])].toSorted().at(-1) ?? after(raised);
  return {
    door, grade, strictest: grade, reportedAt: instantOf(after(reported)), raisedAt: after(raised), gradedAt: grading === undefined ? null : after(raised + grading), dueAt: target === null ? null : after(reported + target),
    attendedAt, jointAt, endedAt: ends === undefined ? null : plusMinutes(last, ends), ending: ends === undefined ? null : duplicate ? 'duplicate' : 'settled', districtCode: district, missing, duplicate, needs: ['police', 'social-work'], dispatches: all,
  };
});
export const aNight = fc.array(anIncident, { maxLength: 30 }).map((night) => night.map((one, index): DebriefFacts => ({ ...one, ref: `EAR-1120-${String(index + 1).padStart(4, '0')}` })));
