// An alarm that has fired and is not over: who has it, until when it may wait, and to whom it goes while nobody acknowledges it (docs/practice.md, Alarms).
import { kindOf, type AlarmCause } from './alarm.ts';
import { accept, refuse, type Decision } from './decision.ts';
import type { Who } from './decide-grade.ts';
import { clockTime } from './duty-night.ts';
import type { Id, StatementId } from './incident-file.ts';
import type { IncidentEventOf } from './incident-event.ts';
import { plusMinutes, type Instant } from './instant.ts';
import type { OnCallPost } from './on-call.ts';
import type { Policy } from './policy.ts';

export const ALARM_STAGES = ['coordinator', 'supervisor', 'on-call'] as const;
export type AlarmStage = (typeof ALARM_STAGES)[number];
export type ClimbedTo = Exclude<AlarmStage, 'coordinator'>;
export const CLIMBED_BECAUSE = ['not-acknowledged', 'no-supervisor-on-duty'] as const;
export type ClimbedBecause = (typeof CLIMBED_BECAUSE)[number];
export const CLIMBED_BECAUSE_WORDS = { 'not-acknowledged': 'Nobody acknowledged it', 'no-supervisor-on-duty': 'Nobody acknowledged it, and no supervisor is on duty' } as const satisfies Record<ClimbedBecause, string>;

export interface StandingAlarm {
  id: Id;
  cause: AlarmCause;
  stage: AlarmStage;
  /** When and why it climbed to that stage. */
  cameAt: Instant | null;
  because: ClimbedBecause | null;
  acknowledgedById: Id | null;
  acknowledgedAt: Instant | null;
  putOffUntil: Instant | null;
  putOffById: Id | null;
}
type Held = Pick<StandingAlarm, 'acknowledgedAt' | 'putOffUntil'>;

export const isPutOff = ({ acknowledgedAt, putOffUntil }: Held, now: Instant): boolean => acknowledgedAt === null && putOffUntil !== null && putOffUntil > now;
/** Nobody has it, and it does not wait: it is shown loud, and climbs. */
export const isLoud = (alarm: Held, now: Instant): boolean => alarm.acknowledgedAt === null && !isPutOff(alarm, now);
export const maySound = (alarm: Held & Pick<StandingAlarm, 'cause'>, now: Instant): boolean => kindOf(alarm.cause).sounds === true && isLoud(alarm, now);

type Names = (staffId: Id) => string;
const about = ({ id, cause }: Pick<StandingAlarm, 'id' | 'cause'>, who: Who) => ({ at: who.now, byId: who.staffId, alarmId: id, cause });

/** The first to acknowledge has it; anybody after them hears who. */
export function decideAcknowledge(alarm: StandingAlarm, names: Names, who: Who): Decision<IncidentEventOf<'alarm.acknowledged'>> {
  if (alarm.acknowledgedAt !== null && alarm.acknowledgedById !== null) return refuse('alarm-acknowledged', { who: names(alarm.acknowledgedById), at: clockTime(alarm.acknowledgedAt) });
  return accept({ name: 'alarm.acknowledged', ...about(alarm, who) });
}

/** How late an alarm may be put off to now; null where it cannot be. */
export function putOffLimit(cause: AlarmCause, { putOffMinutes }: Pick<Policy, 'putOffMinutes'>, now: Instant): Instant | null {
  const { putOff } = kindOf(cause);
  return putOff === 'never' ? null : plusMinutes(now, putOffMinutes[putOff]);
}

/** Quiet until then, and loud again. What somebody else has acknowledged or put off is theirs. */
export function decidePutOff(
  alarm: StandingAlarm, command: { until: Instant; reasonId: StatementId }, policy: Pick<Policy, 'putOffMinutes'>, names: Names, who: Who,
): Decision<IncidentEventOf<'alarm.putOff'>> {
  const limit = putOffLimit(alarm.cause, policy, who.now);
  if (limit === null) return refuse('alarm-cannot-wait');
  if (alarm.acknowledgedAt !== null && alarm.acknowledgedById !== null && alarm.acknowledgedById !== who.staffId) return refuse('alarm-acknowledged', { who: names(alarm.acknowledgedById), at: clockTime(alarm.acknowledgedAt) });
  if (isPutOff(alarm, who.now) && alarm.putOffById !== null && alarm.putOffById !== who.staffId && alarm.putOffUntil !== null) return refuse('alarm-put-off', { who: names(alarm.putOffById), until: clockTime(alarm.putOffUntil) });
  if (command.until <= who.now || command.until > limit) return refuse('put-off-too-long', { until: clockTime(limit) });
  return accept({ name: 'alarm.putOff', ...about(alarm, who), ...command });
}

/** Whoever rang somebody about it has it too, unless somebody had it before. */
export const decideSpoken = (alarm: StandingAlarm, said: { post: OnCallPost | null; personId: StatementId; saidId: StatementId }, who: Who): Decision<IncidentEventOf<'alarm.spoken'>> =>
  accept({ name: 'alarm.spoken', ...about(alarm, who), ...said });

/** Back to the seat, at the stage that it had: loud, nobody's, and climbing from now. */
export const releasedBy = (alarm: Pick<StandingAlarm, 'id' | 'cause'>, who: Who): IncidentEventOf<'alarm.released'> => ({ name: 'alarm.released', ...about(alarm, who) });

/** Whom it goes to now that its time there is up; null where it stays: nobody off duty is ever told. */
export function nextStage({ cause, stage }: Pick<StandingAlarm, 'cause' | 'stage'>, supervisorOnDuty: boolean): { to: ClimbedTo; because: ClimbedBecause } | null {
  const { climbsTo } = kindOf(cause);
  if (stage === 'coordinator' && supervisorOnDuty) return { to: 'supervisor', because: 'not-acknowledged' };
  if (stage === 'on-call' || climbsTo !== 'on-call') return null;
  return { to: 'on-call', because: stage === 'coordinator' ? 'no-supervisor-on-duty' : 'not-acknowledged' };
}

/** When it climbs next, if nobody acknowledges it after `from`; null at the top. */
export function climbsAt({ cause, stage }: Pick<StandingAlarm, 'cause' | 'stage'>, { clocks }: Pick<Policy, 'clocks'>, from: Instant): Instant | null {
  if (stage === 'coordinator') return plusMinutes(from, clocks.climbToSupervisor);
  return stage === 'supervisor' && kindOf(cause).climbsTo === 'on-call' ? plusMinutes(from, clocks.climbToOnCall) : null;
}

export type AlarmEvent = IncidentEventOf<'alarm.acknowledged'> | IncidentEventOf<'alarm.putOff'> | IncidentEventOf<'alarm.climbed'> | IncidentEventOf<'alarm.released'> | IncidentEventOf<'alarm.spoken'>;
export const newlyStanding = { stage: 'coordinator', cameAt: null, because: null, acknowledgedById: null, acknowledgedAt: null, putOffUntil: null, putOffById: null } as const satisfies Partial<StandingAlarm>;

/** The same function writes the row and replays the log. */
export function applyAlarm<T extends Omit<StandingAlarm, 'id' | 'cause'>>(alarm: T, event: AlarmEvent): T {
  switch (event.name) {
    case 'alarm.acknowledged': return { ...alarm, acknowledgedById: event.byId, acknowledgedAt: event.at, putOffUntil: null, putOffById: null };
    case 'alarm.putOff': return { ...alarm, acknowledgedById: null, acknowledgedAt: null, putOffUntil: event.until, putOffById: event.byId };
    case 'alarm.climbed': return { ...alarm, stage: event.to, cameAt: event.at, because: event.because };
    case 'alarm.released': return { ...alarm, acknowledgedById: null, acknowledgedAt: null };
    case 'alarm.spoken': return alarm.acknowledgedAt === null ? { ...alarm, acknowledgedById: event.byId, acknowledgedAt: event.at, putOffUntil: null, putOffById: null } : alarm;
  }
}
