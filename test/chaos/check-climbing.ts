// An alarm that nobody has climbs, one step at a time and never back, never before its time and never to somebody off duty; one that somebody has, or that waits, does not.
import type { LoggedEvent } from '../../server/events/logged-event.ts';
import type { History, Rule } from './history.ts';
import { textIn } from './payload.ts';
import { timelinesOf, type Timelines } from './timelines.ts';

const WITHIN_MS = 5_000;
/** As the first policy has them (docs/practice.md, Alarms). */
const MINUTES_AT: Readonly<Record<string, number>> = { coordinator: 5, supervisor: 10 };
const STAGES = ['coordinator', 'supervisor', 'on-call'];

interface Standing { stage: string; fromMs: number; held: boolean; untilMs: number; /** The incident has changed since it came there: its cause may have ended and come back, and then it is with the coordinator again. */ anew: boolean }

export const climbing: Rule = {
  name: 'alarms climb while nobody has them, never back and never to somebody off duty',
  findings(history) {
    const [standing, timelines] = [new Map<string, Standing>(), timelinesOf(history)];
    const ofIncident = new Map<string, Set<string>>();
    return [...history.log.flatMap((line) => {
      if (!line.name.startsWith('alarm.')) {
        for (const id of ofIncident.get(line.incidentId ?? '') ?? []) standing.set(id, changed(standing.get(id) ?? begun(line), atMs(line)));
        return [];
      }
      const before = standing.get(line.entityId);
      const wrong = line.name === 'alarm.climbed' ? wrongIn(line, before, history, timelines) : [];
      standing.set(line.entityId, after(line, before ?? begun(line)));
      ofIncident.set(line.incidentId ?? '', (ofIncident.get(line.incidentId ?? '') ?? new Set()).add(line.entityId));
      return wrong;
    }), ...stuck(history)];
  },
};

const atMs = (line: LoggedEvent): number => Date.parse(line.occurredAt);
const begun = (line: LoggedEvent): Standing => ({ stage: 'coordinator', fromMs: atMs(line), held: false, untilMs: 0, anew: false });

/** Nobody may have it any more, and it waits no longer. */
const changed = (before: Standing, ms: number): Standing => ({ ...before, held: false, untilMs: 0, fromMs: Math.min(before.fromMs, ms), anew: true });

function after(line: LoggedEvent, before: Standing): Standing {
  switch (line.name) {
    case 'alarm.fired': return begun(line);
    case 'alarm.acknowledged': case 'alarm.spoken': return { ...before, held: true, untilMs: 0 };
    case 'alarm.putOff': return { ...before, held: false, untilMs: Date.parse(textIn(line, 'until')), fromMs: Date.parse(textIn(line, 'until')) };
    case 'alarm.released': return { ...before, held: false, untilMs: 0, fromMs: atMs(line) };
    case 'alarm.climbed': return { stage: textIn(line, 'to'), fromMs: atMs(line), held: false, untilMs: 0, anew: false };
    default: return before;
  }
}

function wrongIn(line: LoggedEvent, before: Standing | undefined, history: History, timelines: Timelines): string[] {
  const [to, which] = [textIn(line, 'to'), `the alarm ${line.entityId} climbed to ${textIn(line, 'to')} at ${line.seq} in the log`];
  if (before === undefined) return [`${which}, and never fired`];
  const found: string[] = [];
  if (before.held) found.push(`${which}, though somebody had it`);
  if (atMs(line) < before.untilMs) found.push(`${which}, though it was put off until later`);
  if (!before.anew && STAGES.indexOf(to) <= STAGES.indexOf(before.stage)) found.push(`${which}, and was at ${before.stage} already`);
  if (atMs(line) < before.fromMs + (MINUTES_AT[before.anew ? 'coordinator' : before.stage] ?? 0) * 60_000) found.push(`${which}, before its time`);
  const present = isSupervisorOnDuty(line, history, timelines);
  if (to === 'supervisor' && !present.lately) found.push(`${which}, and no supervisor who may see it was on duty`);
  if (textIn(line, 'because') === 'no-supervisor-on-duty' && present.allAlong) found.push(`${which} past a supervisor who was on duty`);
  return found;
}

/** Somebody may book on or off in the very moment in which it climbs: who was there just before counts for either answer. */
function isSupervisorOnDuty(line: LoggedEvent, { people }: History, { viewers, incident }: Timelines): { lately: boolean; allAlong: boolean } {
  const [then, until] = [incident(line.incidentId ?? '', line.seq), atMs(line)];
  const presences = people.map(({ staffId }) => {
    if (then?.restricted === true && !then.named.has(staffId)) return [];
    const past = viewers(staffId).filter(({ seq }) => seq <= line.seq);
    return past.filter((_one, index) => (past[index + 1]?.at ?? until) >= until - WITHIN_MS).map(({ roles, dutyId }) => roles.has('supervisor') && dutyId !== null);
  });
  return { lately: presences.some((there) => there.includes(true)), allAlong: presences.some((there) => there.length > 0 && !there.includes(false)) };
}

const stuck = ({ alarms: rows, healedAt, endedAt, withheldMs }: History): string[] => rows
  .filter(({ climbAt }) => climbAt !== null && endedAt - Math.max(Date.parse(climbAt), healedAt) > WITHIN_MS + withheldMs)
  .map(({ id, cause, climbAt }) => `the alarm ${id} (${cause}), to climb at ${climbAt}, had not ${endedAt - Math.max(Date.parse(climbAt ?? ''), healedAt)} ms after it could have`);
