// The sentences and figures of a debrief: what a manager reads aloud in the morning.
import { elapsedText } from '../../shared/domain/elapsed-text.ts';
import type { DebriefView } from '../../shared/protocol/debrief.ts';

export type TargetView = DebriefView['targets'][number];
export type ComparedView = DebriefView['founding'][number];

export const WITHHELD = 'withheld';
/** Where there is no room for the word. */
export const WITHHELD_MARK = '–';
export const countText = (count: number | null): string => (count === null ? WITHHELD : String(count));
export const minutesText = (minutes: number | null): string => (minutes === null ? '–' : elapsedText(Math.round(minutes)));
export const percentText = (share: number | null, decimals = 0): string => (share === null ? '–' : `${(share * 100).toFixed(decimals)}%`);

/** `within the hour`, `within 48 hours`: what the target asks. */
export const targetText = (minutes: number): string => (minutes === 60 ? 'within the hour' : `within ${minutes % 60 === 0 ? `${minutes / 60} hours` : elapsedText(minutes)}`);

/** The figure that everybody asks for first, in a sentence. */
export function headlineOf({ grade, due, met, shareMet, targetMinutes, calls, stillRunning }: TargetView): string {
  if (calls === 0) return `No Grade ${grade}`;
  if (due === 0) return `No Grade ${grade} is due yet${stillRunning ? `, ${stillRunning} running` : ''}`;
  if (due === null || met === null) return `Grade ${grade}: too few to be shown`;
  return `${met} of ${due} Grade ${grade} met ${targetText(targetMinutes)}, ${percentText(shareMet)}`;
}

const many = (count: number, one: string, several: string): string => `${count} ${count === 1 ? one : several}`;

/** What the share leaves out, so that nobody takes it for all. */
export function besidesOf({ stillRunning, endedUnattended }: TargetView): string | null {
  const parts = [
    ...(stillRunning ? [`${many(stillRunning, 'is', 'are')} still running`] : []),
    ...(endedUnattended ? [`${many(endedUnattended, 'was', 'were')} ended before the time was up, with nobody there`] : []),
  ];
  return parts.length === 0 ? null : `Not counted: ${parts.join('; ')}.`;
}

/** Whether a figure differs from the founding one by more than chance. */
export function verdictOf({ within, ours, founding }: ComparedView): string {
  if (within === null || ours === null) return WITHHELD;
  if (within) return 'within chance';
  return ours > founding ? 'more than chance' : 'less than chance';
}

export function comparedText(compared: ComparedView, value: number | null): string {
  if (value === null) return WITHHELD;
  return compared.unit === 'share' ? percentText(value, 1) : String(Math.round(value));
}

const hourText = (hour: number): string => `${String(hour).padStart(2, '0')}:00`;

/** `Most came from 21:00, 9; 66 in all, and 71 by the founding demand.` */
export function hoursSummary(rows: DebriefView['byHour'], calls: number | null): string {
  const busiest = rows.filter(({ calls: count }) => count !== null).toSorted((a, b) => (b.calls ?? 0) - (a.calls ?? 0))[0];
  const expected = Math.round(rows.reduce((sum, row) => sum + row.expected, 0));
  const most = busiest?.calls ? `Most came in the hour from ${hourText(busiest.hour)}, ${busiest.calls}. ` : '';
  return `${most}${calls === null ? 'Fewer than 5 calls' : many(calls, 'call', 'calls')} in all; the founding demand would be ${expected}.`;
}
