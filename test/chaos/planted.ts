// Faults planted in a good history, each of a kind: every one must be found by its own rule, or the rule is worth nothing.
import { GENESIS, hashOf, type LoggedEvent } from '../../server/events/logged-event.ts';
import type { Command, History, Message } from './history.ts';

export interface Planted { fault: string; rule: string; plant(history: History): History }

export class NothingToPlantIn extends Error {}
/** The good history must have what the fault is planted in. */
function some<T>(what: string, found: T | undefined): T {
  if (found === undefined) throw new NothingToPlantIn(`the history has no ${what}`);
  return found;
}

/** A log rewritten by somebody who can count: numbers and hashes are made whole again. */
function rechained(lines: readonly LoggedEvent[]): LoggedEvent[] {
  const chained: LoggedEvent[] = [];
  for (const line of lines) chained.push(rehashed({ ...line, seq: chained.length + 1, prevHash: chained.at(-1)?.hash ?? GENESIS }));
  return chained;
}
const lineNamed = (history: History, name: string, where: (line: LoggedEvent) => boolean = () => true): LoggedEvent => some(name, history.log.find((line) => line.name === name && where(line)));
const withLine = (history: History, line: LoggedEvent): History => ({ ...history, log: rechained([...history.log, line]) });
const acknowledged = (history: History): Command => some('acknowledged command', history.commands.find(({ commandId, tries }) => tries.some(({ answer }) => answer?.status === 200) && history.log.some((line) => line.commandId === commandId)));
const answeredAgain = (command: Command, body: unknown): Command => ({ ...command, tries: [...command.tries, { at: 0, answeredAt: 0, answer: { status: 200, body } }] });
const instead = (history: History, command: Command): History => ({ ...history, commands: history.commands.map((one) => (one.commandId === command.commandId ? command : one)) });
const elsewhere = '00000000-0000-4000-8000-000000000001';

const COMMANDS = 'an acknowledged command is neither lost nor doubled';
const TRANSITIONS = 'only legal transitions';
const SCREENS = 'all screens equal the snapshot within three seconds of healing';
const ALARMS = 'alarms fire once, within five seconds';
const CLIMBING = 'alarms climb while nobody has them, never back and never to somebody off duty';
const OWNERS = 'a handover has exactly one owner';
const SIGHT = 'nothing reaches a role that may not see it';
const REVOCATION = 'nothing after revocation';
const CHAIN = 'the chain verifies';

export const PLANTED: readonly Planted[] = [
  { fault: 'a lost command', rule: COMMANDS, plant: (history) => ({ ...history, log: rechained(history.log.filter(({ commandId }) => commandId !== acknowledged(history).commandId)) }) },
  { fault: 'a lost answer', rule: COMMANDS, plant: (history) => ({ ...history, kept: history.kept.filter(({ commandId }) => commandId !== acknowledged(history).commandId) }) },
  { fault: 'a command done twice', rule: COMMANDS, plant: (history) => withLine(history, some('line', history.log.find(({ commandId }) => commandId === acknowledged(history).commandId))) },
  { fault: 'another answer to the same command', rule: COMMANDS, plant: (history) => instead(history, answeredAgain(acknowledged(history), { seq: 0, ids: {} })) },
  { fault: 'a command that nobody ever answered', rule: COMMANDS, plant: (history) => ({ ...history, commands: [...history.commands, { ...acknowledged(history), commandId: elsewhere, tries: [{ at: 0, answeredAt: 0, answer: null }] }] }) },
  {
    fault: 'a refused command that was done', rule: COMMANDS,
    plant: (history) => instead(history, { ...acknowledged(history), tries: [{ at: 0, answeredAt: 0, answer: { status: 409, body: { code: 'stale' } } }] }),
  },
  {
    fault: 'two live assignments', rule: 'nobody is on two live assignments',
    plant(history) {
      const sent = lineNamed(history, 'assignment.dispatched', ({ payload }) => payload.kind === 'visit');
      const again = { ...sent, entityId: elsewhere, commandId: elsewhere, payload: { ...sent.payload, assignmentId: elsewhere } };
      return { ...history, log: rechained(history.log.flatMap((line) => (line === sent ? [sent, again] : [line]))) };
    },
  },
  { fault: 'an open incident that is reopened', rule: TRANSITIONS, plant: (history) => withLine(history, { ...raisedAndOpen(history), name: 'incident.reopened' }) },
  { fault: 'an assignment that was over and is accepted', rule: TRANSITIONS, plant(history) {
    const over = some('ended assignment', history.log.find(({ name }) => name === 'assignment.stoodDown' || name === 'assignment.declined'));
    return withLine(history, { ...over, name: 'assignment.advanced', payload: { ...over.payload, to: 'accepted' } });
  } },
  { fault: 'a task that was never added and is done', rule: TRANSITIONS, plant: (history) => withLine(history, { ...lineNamed(history, 'task.added'), name: 'task.finished', entityId: elsewhere }) },
  { fault: 'a handover that was taken back and is rejected', rule: TRANSITIONS, plant: (history) => withLine(withLine(history, { ...lineNamed(history, 'handover.sent'), name: 'handover.withdrawn' }), { ...lineNamed(history, 'handover.sent'), name: 'handover.rejected' }) },
  { fault: 'a place in the log that goes back', rule: 'versions never go back on any screen', plant: (history) => ({ ...history, shown: [...history.shown, { ...some('shown thing', history.shown.findLast(({ seq }) => seq > 0)), seq: 0, version: null }] }) },
  { fault: 'a version that goes back', rule: 'versions never go back on any screen', plant: (history) => ({ ...history, shown: [...history.shown, { ...some('shown incident', history.shown.findLast(({ version }) => (version ?? 0) > 1)), version: 1 }] }) },
  { fault: 'a screen that differs', rule: SCREENS, plant: (history) => ({ ...history, screens: history.screens.map((screen) => (screen.ended === null ? screen : { ...screen, ended: { ...screen.ended, shows: { ...screen.ended.shows, team: [{ id: elsewhere }] } } })) }) },
  { fault: 'a screen that was late', rule: SCREENS, plant: (history) => ({ ...history, screens: history.screens.map((screen) => (screen.ended === null ? screen : { ...screen, ended: { ...screen.ended, agreedAfterMs: 3_001 + history.withheldMs } })) }) },
  { fault: 'a screen that lacks what it may see', rule: SCREENS, plant: (history) => ({ ...history, screens: history.screens.map((screen) => (screen.ended === null ? screen : { ...screen, ended: { ...screen.ended, shows: { ...screen.ended.shows, incident: [] }, snapshot: { ...screen.ended.snapshot, incident: [] } } })) }) },
  { fault: 'an alarm fired twice', rule: ALARMS, plant: (history) => withLine(history, { ...alarmLine(history), entityId: elsewhere }) },
  { fault: 'an alarm fired late', rule: ALARMS, plant: (history) => withAlarm(history, { occurredAt: new Date(history.healedAt + 60_000).toISOString() }) },
  { fault: 'an alarm fired before its time', rule: ALARMS, plant: (history) => withAlarm(history, { occurredAt: new Date(Date.parse(String(alarmLine(history).payload.dueAt)) - 1).toISOString() }) },
  { fault: 'an alarm that never fires', rule: ALARMS, plant: (history) => ({ ...history, endedAt: history.healedAt + 60_000, alarms: [...history.alarms, { id: elsewhere, incidentId: elsewhere, cause: 'ungraded', dueAt: new Date(history.startedAt).toISOString(), firedAt: null, endedAt: null, climbAt: null }] }) },
  { fault: 'an alarm that never climbs', rule: CLIMBING, plant: (history) => ({ ...history, endedAt: history.healedAt + 60_000, alarms: history.alarms.map((alarm) => ({ ...alarm, climbAt: new Date(history.startedAt).toISOString() })) }) },
  { fault: 'an alarm that climbed though somebody had it', rule: CLIMBING, plant: (history) => afterFiring(history, [{ name: 'alarm.acknowledged', minutes: 1 }, climbed('supervisor', 6)]) },
  { fault: 'an alarm that climbed while it was put off', rule: CLIMBING, plant: (history) => afterFiring(history, [{ name: 'alarm.putOff', minutes: 1, payload: { until: '2100-01-01T00:00:00.000Z' } }, climbed('supervisor', 6)]) },
  { fault: 'an alarm that climbed before its time', rule: CLIMBING, plant: (history) => afterFiring(history, [climbed('supervisor', 4)]) },
  { fault: 'an alarm that climbed to the same twice', rule: CLIMBING, plant: (history) => afterFiring(history, [climbed('supervisor', 5), climbed('supervisor', 15)]) },
  { fault: 'an alarm that climbed back', rule: CLIMBING, plant: (history) => afterFiring(history, [climbed('supervisor', 5), climbed('on-call', 15), climbed('supervisor', 25)]) },
  { fault: 'an alarm that climbed past a supervisor on duty', rule: CLIMBING, plant: (history) => afterFiring(history, [climbed('on-call', 5, 'no-supervisor-on-duty')]) },
  { fault: 'an alarm that climbed to a supervisor off duty', rule: CLIMBING, plant: (history) => afterFiring(withoutSupervisors(history), [climbed('supervisor', 5)]) },
  { fault: 'an alarm that fired beside the log', rule: ALARMS, plant: (history) => ({ ...history, alarms: [...history.alarms, { id: elsewhere, incidentId: elsewhere, cause: 'ungraded', dueAt: new Date(history.startedAt).toISOString(), firedAt: new Date(history.startedAt).toISOString(), endedAt: null, climbAt: null }] }) },
  { fault: 'a report time that moved in the row', rule: 'the report time never moves', plant: (history) => ({ ...history, stored: history.stored.map(({ file, version }) => ({ version, file: { ...file, incident: { ...file.incident, reportedAt: '2020-01-01T00:00:00.000Z' } } })) }) },
  { fault: 'a report time that moved on a screen', rule: 'the report time never moves', plant: (history) => ({ ...history, messages: [...history.messages, reportedElsewhere(history)] }) },
  { fault: 'an open incident without an owner', rule: OWNERS, plant: (history) => withLine(history, { ...raisedAndOpen(history), name: 'incident.ownerChanged', commandId: elsewhere, payload: { ownerId: '' } }) },
  { fault: 'an owner who is not on duty', rule: OWNERS, plant: (history) => withLine(history, { ...raisedAndOpen(history), name: 'incident.ownerChanged', commandId: elsewhere, payload: { ownerId: elsewhere } }) },
  { fault: 'a handover taken over by two', rule: OWNERS, plant: (history) => withLine(withLine(history, takenOver(history, elsewhere)), takenOver(history, '00000000-0000-4000-8000-000000000002')) },
  { fault: 'a message to a role that may not see it', rule: SIGHT, plant: (history) => ({ ...history, messages: [...history.messages, { ...incidentMessage(history), screen: screenOf(history, 'analyst') }] }) },
  { fault: 'a position to a role that may not see it', rule: SIGHT, plant: (history) => ({ ...history, messages: [...history.messages, { kind: 'positions', screen: screenOf(history, 'edt'), at: history.endedAt, sentAfter: history.endedAt, dutyIds: [lineNamed(history, 'duty.started', ({ payload }) => payload.seat === 'responder').entityId] }] }) },
  { fault: 'a restricted incident shown to one who is not named', rule: SIGHT, plant(history) {
    const restricted = { ...raisedAndOpen(history), name: 'incident.restricted', payload: { namedStaffIds: [] } };
    const after = withLine(history, restricted);
    const shown = incidentMessage(history, restricted.incidentId);
    return { ...after, messages: [...history.messages, { ...shown, seq: after.log.length, screen: screenOf(history, 'coordinator') }] };
  } },
  { fault: '“gone” told to one who never could see it', rule: SIGHT, plant: (history) => ({ ...history, messages: [...history.messages, { kind: 'live', screen: screenOf(history, 'administrator'), at: history.endedAt, sentAfter: history.endedAt, seq: history.log.length, changes: [{ entity: 'incident', id: raisedAndOpen(history).entityId, gone: true }] }] }) },
  { fault: 'a message after revocation', rule: REVOCATION, plant: (history) => afterRevocation(history, { kind: 'live', seq: history.log.length, changes: [] }, 2_001) },
  { fault: 'a snapshot after revocation', rule: REVOCATION, plant: (history) => afterRevocation(history, { kind: 'snapshot', seq: history.log.length, changes: [] }, 1) },
  { fault: 'a line that was edited', rule: CHAIN, plant: (history) => ({ ...history, log: history.log.map((line, index) => (index === 3 ? { ...line, occurredAt: '2020-01-01T00:00:00.000Z' } : line)) }) },
  { fault: 'a line that was taken out', rule: CHAIN, plant: (history) => ({ ...history, log: history.log.filter((_, index) => index !== 3) }) },
  { fault: 'a stretch that was rewritten', rule: CHAIN, plant: (history) => ({ ...history, log: history.log.map((line, index) => (index === 3 ? edited(line) : line)) }) },
  { fault: 'a text that was changed', rule: CHAIN, plant: (history) => ({ ...history, verification: [{ seq: 1, problem: 'the text was changed' }] }) },
  { fault: 'a row that is not what the log says', rule: 'the log tells the state', plant: (history) => ({ ...history, stored: history.stored.map(({ file, version }) => ({ version, file: { ...file, tasks: [], incident: { ...file.incident, grade: file.incident.grade === 2 ? 3 : 2 } } })) }) },
  { fault: 'a server that fell', rule: 'no server falls by itself', plant: (history) => ({ ...history, falls: ['Unhandled rejection'] }) },
];

const rehashed = (line: LoggedEvent): LoggedEvent => {
  const { hash: _hash, ...content } = line;
  return { ...content, hash: hashOf(content) };
};
const edited = (line: LoggedEvent): LoggedEvent => rehashed({ ...line, payload: { ...line.payload, edited: true } });
const alarmLine = (history: History): LoggedEvent => lineNamed(history, 'alarm.fired');
const withAlarm = (history: History, change: Partial<LoggedEvent>): History => ({ ...history, log: rechained(history.log.map((line) => (line === alarmLine(history) ? { ...line, ...change } : line))) });
interface AlarmStep { name: string; minutes: number; payload?: Record<string, unknown> }
const climbed = (to: string, minutes: number, because = 'not-acknowledged'): AlarmStep => ({ name: 'alarm.climbed', minutes, payload: { to, because } });
/** What became of an alarm after it fired, by minutes from then; of one that ran its course undisturbed, so that nothing has begun it anew. */
function afterFiring(history: History, steps: readonly AlarmStep[]): History {
  const fired = alarmLine(history);
  const later = (minutes: number): string => new Date(Date.parse(fired.occurredAt) + minutes * 60_000).toISOString();
  return steps.reduce((so, { name, minutes, payload }) => withLine(so, { ...fired, name, occurredAt: later(minutes), receivedAt: later(minutes), payload: { ...fired.payload, ...payload } }), restedSince(history, fired));
}
/** Nothing else happened to that incident afterwards. */
const restedSince = (history: History, { seq, incidentId }: LoggedEvent): History => ({ ...history, log: rechained(history.log.filter((line) => line.seq <= seq || line.incidentId !== incidentId)) });
/** Every supervisor ended their duty long before anything climbed. */
function withoutSupervisors(history: History): History {
  const staff = history.people.filter(({ grants }) => grants.some(({ role }) => role === 'supervisor')).map(({ staffId }) => staffId);
  const began = history.log.filter(({ name, payload }) => name === 'duty.started' && staff.some((id) => id === payload.staffId));
  return began.reduce((so, line) => withLine(so, { ...line, name: 'duty.ended' }), history);
}
const raisedAndOpen = (history: History): LoggedEvent => lineNamed(history, 'incident.raised', ({ entityId }) => history.stored.some(({ file: { incident } }) => incident.id === entityId && incident.state === 'open' && !incident.restricted));
const takenOver = (history: History, takenById: string): LoggedEvent => ({ ...lineNamed(history, 'handover.sent'), name: 'handover.takenOver', commandId: takenById, payload: { takenById } });
const screenOf = (history: History, role: string): number => {
  const staff = history.people.filter(({ grants }) => grants.some((grant) => grant.role === role)).map(({ staffId }) => staffId);
  return some(`screen of the ${role}`, history.screens.find(({ staffId, ended }) => ended !== null && staff.includes(staffId))).id;
};
type Batch = Extract<Message, { kind: 'live' | 'snapshot' }>;

function incidentMessage(history: History, incidentId: string | null = null): Batch {
  for (const message of history.messages) {
    if (!('changes' in message)) continue;
    const changes = message.changes.filter((change) => change.entity === 'incident' && 'view' in change && (incidentId === null || change.id === incidentId));
    if (changes.length > 0) return { ...message, changes, at: history.endedAt, sentAfter: history.endedAt };
  }
  throw new NothingToPlantIn('the history has no message about that incident');
}

function reportedElsewhere(history: History): Batch {
  const message = incidentMessage(history);
  return { ...message, changes: message.changes.map((change) => (change.entity === 'incident' && 'view' in change ? { ...change, view: { ...change.view, reportedAt: '2020-01-01T00:00:00.000Z' } } : change)) };
}

function afterRevocation(history: History, what: { kind: 'live' | 'snapshot'; seq: number; changes: [] }, lateMs: number): History {
  const { at, screens } = some('revocation', history.revocations.find((one) => one.screens.length > 0));
  return { ...history, messages: [...history.messages, { ...what, screen: screens[0] ?? 0, at: at + lateMs, sentAfter: at + lateMs }] };
}
