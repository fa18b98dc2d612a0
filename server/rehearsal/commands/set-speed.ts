// Pauses the rehearsal's clock, lets it go on, or changes how fast it runs: on every process at one moment.
import type * as routes from '../../../shared/protocol/rehearsal.ts';
import type { Command } from '../../http/handle.ts';
import { changeSpeed } from '../rehearsal.store.ts';

export const setSpeed: Command<typeof routes.setSpeed> = (tx, input) => changeSpeed(tx, input.speed);
