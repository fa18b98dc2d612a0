// Why a plan could not place a visit, in a code and in words.
import { NEED_NAMES, type Need } from './activity.ts';

export const LEFT_OUT = ['no-place', 'too-many-legs', 'double-crewed', 'window-passed', 'window-later', 'nobody-fits', 'nobody-then', 'one-person-alone', 'fixed-unkept', 'no-room'] as const;
export type LeftOut = (typeof LEFT_OUT)[number];

const WORDS = {
  'no-place': () => 'where it is is not known, not even the district',
  'too-many-legs': () => 'it has more than two legs: book it by hand',
  'double-crewed': () => 'a staff-safety warning asks for two, and it has one leg: add one',
  'window-later': () => 'it suits them after the end of this plan',
  'window-passed': () => 'the time that suits them has passed: ask them again',
  'nobody-fits': (need) => `nobody who is planned for can stand in the ${need}`,
  'nobody-then': (need) => `nobody for the ${need} is at work then`,
  'one-person-alone': () => 'one and the same person alone could stand in both legs',
  'fixed-unkept': () => 'it is fixed, and who is booked for it cannot be there then',
  'no-room': () => 'everybody who could go is booked, or kept free for a Grade 2',
} as const satisfies Record<LeftOut, (need: string) => string>;

export const leftOutWords = (why: LeftOut, need: Need | null): string => WORDS[why](need === null ? 'leg' : NEED_NAMES[need]);
