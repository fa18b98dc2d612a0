// Who could be booked: first whom nothing speaks against; off duty or on a break is said, booked elsewhere is never chosen.
import { expect, test } from '@jest/globals';
import { byFitness, choiceOf, type Person } from '../../client/forms/visit/who-could.ts';
import { plusMinutes } from '../../shared/domain/instant.ts';

const NOW = new Date('2026-11-20T16:00:00.000Z');
const at = (minutes: number): string => plusMinutes(NOW.toISOString(), minutes);
const stretch = (from: number, until: number) => ({ fromAt: at(from), untilAt: at(until) });
const person = (staffId: string, change: Partial<Person> = {}): Person => ({ staffId, name: staffId, profession: 'constable', organisation: 'County Police', certificates: [], busy: [], breaks: [], atWork: [stretch(0, 480)], ...change });
const choice = (one: Person, before: readonly { staffId: string; fromAt: string }[] = []) => choiceOf(one, stretch(60, 120), before, NOW);

test('says what speaks against each, and forbids only who is booked', () => {
  const people = [person('away', { atWork: [] }), person('late', { atWork: [stretch(90, 480)] }), person('resting', { breaks: [stretch(110, 130)] }), person('booked', { busy: [stretch(119, 180)] }), person('free', { busy: [stretch(120, 180)] })];
  expect(people.map((one) => [one.staffId, choice(one).warning, choice(one).disabled])).toEqual([
    ['away', 'away is not at work then', false], ['late', 'late is not at work then', false], ['resting', 'resting is on a break then', false], ['booked', null, true], ['free', null, false],
  ]);
  expect(byFitness(people.map((one) => choice(one))).map(({ value }) => value)).toEqual(['free', 'away', 'late', 'resting', 'booked']);
  expect(choice(person('moved', { busy: [stretch(100, 160)] }), [{ staffId: 'moved', fromAt: at(100) }]).disabled).toBe(false);
  expect(choiceOf(person('anybody', { atWork: [] }), null, [], NOW)).toMatchObject({ disabled: false, warning: null });
});
