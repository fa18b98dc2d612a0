// What the rules say of both nights on which the clocks change, and of the days around them; run as a program, it prints it for the zone it runs in.
import { clockTime, dutyNightOf, nightLabel } from '../../shared/domain/duty-night.ts';
import { nextWorkingDayAt } from '../../shared/domain/working-time.ts';
import { FIRST_POLICY } from '../../shared/domain/first-policy.ts';
import { dueAtFor } from '../../shared/domain/grading.ts';
import { incidentRef } from '../../shared/domain/incident-file.ts';
import { plusMinutes, type Instant } from '../../shared/domain/instant.ts';
import { Instant as InstantIn } from '../../shared/protocol/fields.ts';
import { ageOf } from '../../server/subjects/person.store.ts';

/** Every half hour of a day and a half from noon before each change. */
const halfHours = (noon: Instant): Instant[] => Array.from({ length: 72 }, (_, index) => plusMinutes(noon, index * 30));
const MOMENTS = [...halfHours('2026-10-24T11:00:00.000Z'), ...halfHours('2027-03-27T12:00:00.000Z')];
/** As people write them: both half past ones in October, and the last and first minutes around the hour that is not there in March. */
const WRITTEN = ['2026-10-25T01:30:00+01:00', '2026-10-25T01:30:00+00:00', '2027-03-28T00:59:59+00:00', '2027-03-28T02:00:00+01:00'];

export const clockFacts = () => ({
  written: WRITTEN.map((text) => InstantIn.parse(text)),
  byMoment: MOMENTS.map((at) => ({
    at, night: dutyNightOf(at), label: nightLabel(dutyNightOf(at)), clock: clockTime(at), ref: incidentRef({ night: dutyNightOf(at), number: 7 }), dueAt: [1, 2, 3, 4].map((grade) => dueAtFor(FIRST_POLICY, grade as 1 | 2 | 3 | 4, at)),
    handoverDueAt: nextWorkingDayAt(at, '09:00'), age: ageOf({ bornOn: at.slice(0, 10).replace(/^\d{4}/, '2015'), approximateAge: null }, at),
  })),
});
export type ClockFacts = ReturnType<typeof clockFacts>;

if (process.argv[1] === import.meta.filename) process.stdout.write(JSON.stringify(clockFacts()));
