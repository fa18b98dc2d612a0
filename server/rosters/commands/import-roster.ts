// Brings a roster's file in, by a supervisor who has seen what comes of each line.
import type * as routes from '../../../shared/protocol/roster.ts';
import type { Command } from '../../http/handle.ts';
import { bringIn } from '../bring-in.ts';

export const importRoster: Command<typeof routes.importRoster> = (tx, { csv, without }) => bringIn(tx, csv, without);
