// Everything the coordinator can do to an incident: its key, its words, the form it opens, and why not. Data, so that the
// bar, the menu, the key sheet and the search all say the same.
import { refusalSentence } from '../../../shared/domain/refusal.ts';
import { statusOf, type Status } from '../../../shared/domain/status.ts';
import { isLive } from '../../../shared/domain/incident-file.ts';
import type { IncidentView } from '../../../shared/protocol/views.ts';
import { whyNotEnd, whyNotHandOver, whyNotOpen, whyNotPolice, whyNotReopen, type Asker } from '../board/asked.ts';
import { factsOf } from '../board/facts-of.ts';
import { crewOut } from '../../../shared/domain/instruction.ts';
import { fileOf } from '../board/file-of.ts';
import type { Looker } from '../board/claims.ts';
import { firstMissing } from '../forms/missing/words.ts';
import { plainForm, type OpenForm } from '../open-form.ts';

export interface Deed {
  keys: string;
  label: string;
  /** The form it opens; `own` and `kept` are done at once. */
  opens: OpenForm | 'own' | 'kept';
  refusal: string | undefined;
  /** On the bar; the others are in the menu, with the same keys. */
  onBar: boolean;
}

/** The one that comes next, so that it stands out. */
const NEXT: Partial<Record<Status, string>> = {
  'grade-1': 'P', ungraded: 'G', 'follow-up': 'F', 'no-task': 'T', uncovered: 'S', 'part-sent': 'S', attended: 'E', closed: 'U',
};
export const nextKey = (incident: IncidentView, me: Looker): string | undefined =>
  asksMe(incident, me) !== undefined ? 'Y' : NEXT[statusOf(factsOf(incident))];

/** A request that this person could agree to. */
const asksMe = (incident: IncidentView, me: Looker) =>
  incident.requests.find(({ state, by }) => state === 'waiting' && me.isSupervisor && by.staffId !== me.staffId);

export function deedsFor(incident: IncidentView, me: Looker, now: Date): Deed[] {
  const asker: Asker = { staffId: me.staffId, now };
  const closed = incident.state === 'closed';
  const open = whyNotOpen(incident);
  const plain = (keys: string, label: string, name: Parameters<typeof plainForm>[0], refusal: string | undefined, onBar = false): Deed => ({ keys, label, opens: plainForm(name), refusal, onBar });

  const openTasks = incident.tasks.filter(({ state }) => state === 'open');
  const live = incident.assignments.filter(isLive);
  const followUp = incident.followUps.find(({ decision }) => decision === null);
  const request = incident.requests.find(({ state }) => state === 'waiting');
  const news = closed ? incident.news.find(({ decision }) => decision === null) : undefined;
  const callBack = incident.promises.find((promise) => promise.kind === 'call-back' && promise.state === 'standing');
  const onlyGrade1 = incident.grade === 1;
  const sendRefusal = open ?? (onlyGrade1 ? refusalSentence({ code: 'grade-1-goes-to-police' }) : openTasks.length === 0 ? 'There is no open task to send anybody to. Add one first (T).' : undefined);
  const visitTask = openTasks.find(({ kind }) => kind === 'visit');
  const bookRefusal = open ?? (onlyGrade1 ? refusalSentence({ code: 'grade-1-goes-to-police' }) : visitTask === undefined ? 'There is no open task to visit for. Add one first (T).' : undefined);

  const deeds: (Deed | false)[] = [
    closed && plain('U', 'Open again', 'reopen', whyNotReopen(incident, asker), true),
    onlyGrade1 && incident.policeHaveItAt === null && plain('P', 'Pass to police', 'police', whyNotPolice(incident, asker), true),
    news !== undefined && plain('Shift+U', 'Decide the news', 'news', undefined, true),
    onlyGrade1 && !closed && crewOut(fileOf(incident)).length > 0 && plain('Shift+D', 'Tell the crew', 'instruct', open, true),
    callBack !== undefined && { keys: 'Shift+B', label: 'Call back made', opens: 'kept', refusal: undefined, onBar: true },
    request !== undefined && { keys: 'Y', label: 'Second person', opens: { name: 'second', requestId: request.id }, refusal: undefined, onBar: true },
    followUp !== undefined && { keys: 'F', label: 'Follow-up', opens: { name: 'follow-up', followUpId: followUp.id }, refusal: undefined, onBar: true },
    !closed && plain('G', incident.gradedAt === null ? 'Confirm grade' : 'Grade', 'grade', open, true),
    !closed && plain('T', 'Add task', 'task', open, true),
    !closed && { keys: 'S', label: 'Send', opens: { name: 'send', taskId: null, insteadOf: [] }, refusal: sendRefusal, onBar: true },
    !closed && { keys: 'Shift+G', label: 'Book a visit', opens: { name: 'book', taskId: null }, refusal: bookRefusal, onBar: incident.grade === 3 },
    !closed && visitTask !== undefined && { keys: 'Shift+J', label: 'When it suits them', opens: { name: 'suits', taskId: visitTask.id }, refusal: undefined, onBar: false },
    openTasks.length > 0 && { keys: 'Shift+Y', label: 'What a leg needs besides', opens: { name: 'leg-skills', legId: null }, refusal: undefined, onBar: false },
    live.length > 0 && !closed && { keys: 'Shift+Q', label: 'Where they meet', opens: { name: 'meeting', taskId: null }, refusal: undefined, onBar: false },
    !closed && plain('H', 'Hand over', 'hand-over', whyNotHandOver(incident, 'edt-desk', asker), true),
    !closed && plain('E', 'End', 'end', whyNotEnd(incident, { ending: 'settled', duplicateOfId: null }, asker), true),
    !closed && plain('Shift+E', 'Not taken', 'not-taken', whyNotEnd(incident, { ending: 'cancelled', duplicateOfId: null }, asker)),
    plain('A', 'Note', 'note', undefined, true),
    !closed && { keys: 'O', label: 'Own it', opens: 'own', refusal: incident.owner.staffId === me.staffId ? 'It is yours already.' : open, onBar: false },
    !closed && plain('Shift+O', 'Give to somebody', 'give', open),
    !closed && plain('I', 'New information', 'assess', open),
    !closed && firstMissing(incident) === null && plain('Shift+M', 'Somebody is missing', 'report-missing', open),
    !closed && plain('Z', 'What the caller is told', 'tell', open),
    !closed && plain('Shift+Z', 'Advice or referral', 'advice', open, incident.grade === 4),
    !closed && plain('Shift+L', 'Who leads', 'lead', open),
    !closed && plain('L', 'Add a person', 'person', open),
    incident.people[0] !== undefined && { keys: 'Shift+F', label: 'About a person', opens: { name: 'describe', personId: incident.people[0].personId }, refusal: undefined, onBar: false },
    incident.people[0] !== undefined && { keys: 'Shift+H', label: 'Known already: history', opens: { name: 'known', personId: incident.people[0].personId }, refusal: undefined, onBar: false },
    plain('C', 'Correct', 'correct', undefined),
    live.length > 0 && { keys: 'D', label: 'Stand down', opens: { name: 'stand-down', assignmentIds: live.map(({ id }) => id) }, refusal: undefined, onBar: false },
    me.isSupervisor && closed && plain('Shift+R', 'Looked at', 'review', undefined, true),
    me.isSupervisor && plain('W', 'Staff-safety warning', 'warning', undefined),
    me.isSupervisor && plain('R', incident.restricted ? 'Restriction' : 'Restrict', 'restrict', undefined),
  ];
  return deeds.filter((deed) => deed !== false);
}
