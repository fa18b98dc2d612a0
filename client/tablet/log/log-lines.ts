// The running log as lines, newest first: what was said here and is not sent yet, then what the server has.
import type { IncidentView, TimelineEntry as Logged } from '../../../shared/protocol/views.ts';
import { minutesBetween } from '../../../shared/domain/instant.ts';
import { OUTCOME_NAMES } from '../../../shared/domain/incident-words.ts';
import type { TimelineEntry, TimelineKind } from '../../ui/timeline.tsx';
import type { Report } from '../report.ts';
import { clockTime } from '../../ui/time-text.ts';
import { SEEN_WORDS, STATE_WORDS } from '../steps/step-words.ts';

const lateAfterMinutes = 2;
const ATTENTION = ['incident.graded', 'incident.assessed', 'incident.passedToPolice', 'incident.reportedLate', 'warning.recorded', 'assignment.stoodDown'];

function kindOf(name: string): TimelineKind {
  if (name === 'incident.noted') return 'note';
  if (ATTENTION.includes(name) || name.startsWith('followUp.')) return 'attention';
  return name.startsWith('assignment.') || name.startsWith('stay.') ? 'move' : 'event';
}

const loggedLine = (entry: Logged): TimelineEntry => ({
  id: String(entry.seq), at: entry.at, who: `${entry.by}, ${entry.organisation}`, what: entry.sentence, kind: kindOf(entry.name), note: entry.note,
  enteredAt: minutesBetween(entry.at, entry.receivedAt) > lateAfterMinutes ? entry.receivedAt : null,
});

const unsentLine = (incident: IncidentView, report: Report): TimelineEntry => ({
  id: report.commandId, at: report.at, who: 'you, not sent yet', ...sentenceOf(incident, report),
});

function sentenceOf(incident: IncidentView, report: Report): Pick<TimelineEntry, 'what' | 'kind' | 'note'> {
  const kind = incident.tasks.find(({ id }) => id === taskOf(incident, report))?.kind ?? 'visit';
  switch (report.kind) {
    case 'note': return { what: report.internal ? 'Note for your organisation only' : 'Note', kind: 'note', note: report.body };
    case 'advance': return { what: `You: ${STATE_WORDS[kind][report.to]}${report.alsoFor.length > 0 ? ', for both in the car' : ''}`, kind: 'move' };
    case 'checkIn': return { what: `You: all well${report.alsoFor.length > 0 ? ', for both' : ''}`, kind: 'move' };
    case 'leaving': return { what: `You: leaving by ${clockTime(report.leaveBy)}`, kind: 'move' };
    case 'seen': return { what: `${SEEN_WORDS[kind].yes}: ${namesOf(incident, report.seenPersonIds)}. ${SEEN_WORDS[kind].no}: ${namesOf(incident, report.notSeenPersonIds)}.`, kind: 'move' };
    case 'noAccess': return { what: 'No access: nobody was seen', kind: 'attention', note: report.note };
    case 'found': return { what: `You: found ${missingName(incident, report.missingId)}`, kind: 'attention' };
    case 'seenMissing': return { what: `You: saw ${missingName(incident, report.missingId)}, ${report.well ? 'well' : 'not well'}`, kind: 'attention' };
    case 'riskFact': return { what: `A fact about the risk to ${missingName(incident, report.missingId)}`, kind: 'attention', note: `${report.fact} · ${report.source}` };
    case 'outcome': return { what: OUTCOME_NAMES[report.outcome], kind: 'event', note: report.note };
  }
}

const taskOf = (incident: IncidentView, report: Report): string | undefined =>
  'taskId' in report ? report.taskId : 'assignmentId' in report ? incident.assignments.find(({ id }) => id === report.assignmentId)?.taskId : undefined;

const missingName = (incident: IncidentView, missingId: string): string => {
  const personId = incident.missing.find(({ id }) => id === missingId)?.personId;
  return incident.people.find((person) => person.personId === personId)?.name ?? 'somebody';
};

const namesOf = (incident: IncidentView, ids: readonly string[]): string =>
  ids.length === 0 ? 'nobody' : incident.people.filter(({ personId }) => ids.includes(personId)).map(({ name }) => name).join(', ');

export const logLines = (incident: IncidentView, timeline: readonly Logged[], said: readonly Report[]): TimelineEntry[] => [
  ...said.filter(({ isSent }) => !isSent).map((report) => unsentLine(incident, report)).toReversed(),
  ...timeline.toSorted((a, b) => b.seq - a.seq).map(loggedLine),
];
