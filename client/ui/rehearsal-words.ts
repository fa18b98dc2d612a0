// What a rehearsal's clock does, in words; and the steps between its speeds.
import { SPEEDS } from '../../shared/protocol/rehearsal.ts';
import { clockTime } from './time-text.ts';
import type { Moment } from './time-text.ts';

/** Nothing of a clock that runs as the wall's does. */
export const speedWords = (speed: number): string => (speed === 1 ? '' : `${speed} times as fast`);
export const pausedWords = (at: Moment, isOver = false): string => `${isOver ? 'Over' : 'Paused'} at ${clockTime(at)}`;

export const nextSlower = (speed: number): number | undefined => SPEEDS.findLast((step) => step < speed);
export const nextFaster = (speed: number): number | undefined => SPEEDS.find((step) => step > speed);
