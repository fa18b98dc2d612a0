// The alarms that stand, by incident, the most urgent first; and what each says of who has it. Pure, so that a clock-change night can be read in a test.
import { ALARM_CAUSE_CODES, ALARM_CAUSES } from '../../../shared/domain/alarm.ts';
import { isLoud, isPutOff, maySound, CLIMBED_BECAUSE_WORDS } from '../../../shared/domain/standing-alarm.ts';
import type { AlarmView, IncidentView } from '../../../shared/protocol/views.ts';
import { dayAndTime } from '../../ui/time-text.ts';
import { tailOf } from '../board/incident-lines.ts';

export interface AlarmLine {
  alarm: AlarmView;
  incident: IncidentView;
  tail: string;
  /** Nobody has it, and it does not wait. */
  loud: boolean;
  sounds: boolean;
}
export interface AlarmGroup { incident: IncidentView; tail: string; lines: readonly AlarmLine[] }

const rank = ({ alarm, loud }: AlarmLine): string => `${loud ? 0 : 1} ${String(ALARM_CAUSE_CODES.indexOf(alarm.cause)).padStart(3, '0')} ${alarm.dueAt} ${alarm.id}`;
const byUrgency = (a: AlarmLine, b: AlarmLine): number => (rank(a) < rank(b) ? -1 : 1);

/** Loud ones before quiet ones, then the more urgent cause, then what is due longer. */
export function alarmGroups(incidents: Iterable<IncidentView>, now: string, tonight: string): AlarmGroup[] {
  const groups = [...incidents].filter(({ alarms }) => alarms.length > 0).map((incident): AlarmGroup => {
    const tail = tailOf(incident, tonight);
    return { incident, tail, lines: incident.alarms.map((alarm): AlarmLine => ({ alarm, incident, tail, loud: isLoud(alarm, now), sounds: maySound(alarm, now) })).sort(byUrgency) };
  });
  return groups.sort((a, b) => {
    const [first, second] = [a.lines[0], b.lines[0]];
    return first === undefined || second === undefined ? 0 : byUrgency(first, second);
  });
}

/** A supervisor hears first of what came to them. */
export function worstOf(groups: readonly AlarmGroup[], isSupervisor: boolean): AlarmLine | undefined {
  const loud = groups.flatMap(({ lines }) => lines).filter((line) => line.loud).sort(byUrgency);
  return (isSupervisor ? loud.find(({ alarm }) => alarm.stage !== 'coordinator') : undefined) ?? loud[0];
}

export const countLoud = (groups: readonly AlarmGroup[]): number => groups.flatMap(({ lines }) => lines).filter(({ loud }) => loud).length;

/** In one order, whichever of them is the most urgent now. */
export const soundingIds = (groups: readonly AlarmGroup[]): string[] => groups.flatMap(({ lines }) => lines).filter(({ sounds }) => sounds).map(({ alarm }) => alarm.id).sort();

/** What it is, and where it is about somebody who is out, who. */
export function causeWords({ cause, aboutId }: Pick<AlarmView, 'cause' | 'aboutId'>, { assignments }: Pick<IncidentView, 'assignments'>): string {
  const about = assignments.find(({ id }) => id === aboutId);
  return `${ALARM_CAUSES[cause].words}${about === undefined ? '' : `: ${about.name}`}`;
}

export const wordsOf = ({ alarm, tail, incident }: AlarmLine): string => `${tail} ${causeWords(alarm, incident)}`;

/** Who has it, until when it waits, or to whom it has gone and why. */
export function holderText(alarm: AlarmView, isSupervisor: boolean, now: Date): string {
  if (alarm.acknowledgedBy !== null && alarm.acknowledgedAt !== null) return `${alarm.acknowledgedBy.name} has it, since ${dayAndTime(alarm.acknowledgedAt, now)}`;
  if (isPutOff(alarm, now.toISOString()) && alarm.putOffUntil !== null) return `put off until ${dayAndTime(alarm.putOffUntil, now)} by ${alarm.putOffBy?.name ?? 'somebody'}: ${alarm.putOffReason ?? 'no reason kept'}`;
  if (alarm.cameAt === null || alarm.because === null) return 'nobody has it';
  const why = CLIMBED_BECAUSE_WORDS[alarm.because].replace(/^N/, 'n');
  if (alarm.stage === 'supervisor') return `came to ${isSupervisor ? 'you' : 'the supervisor'} at ${dayAndTime(alarm.cameAt, now)} because ${why}`;
  return `gone on to the people on call at ${dayAndTime(alarm.cameAt, now)} because ${why}`;
}
