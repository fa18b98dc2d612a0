// How long nobody has typed in a call that is not saved yet: said once it is long.
import { isUntouched } from '../../../shared/domain/call-draft.ts';
import { elapsedText } from '../../../shared/domain/elapsed-text.ts';
import { instantOf, minutesBetween } from '../../../shared/domain/instant.ts';
import type { CallDraftLine } from '../../../shared/protocol/call-drafts.ts';

export const untouchedText = (line: CallDraftLine, now: Date): string =>
  (isUntouched(line, instantOf(now)) ? `, not touched for ${elapsedText(Math.floor(minutesBetween(line.touchedAt, instantOf(now))))}` : '');

export const untouchedOf = (lines: readonly CallDraftLine[], now: Date): CallDraftLine[] => lines.filter((line) => line.thrownAt === null && isUntouched(line, instantOf(now)));
