// The supervisor's list: what waits for them, what nobody is sent to, what is late, where people differ, and the closed logs drawn by lot.
import { useQuery } from '@tanstack/react-query';
import { ALARM_CAUSES } from '../../../shared/domain/alarm.ts';
import { capital } from '../../../shared/domain/check-words.ts';
import { FINDING_NAMES } from '../../../shared/domain/closed-review.ts';
import { isDisputed } from '../../../shared/domain/lead.ts';
import { drawSample } from '../../../shared/protocol/owed.ts';
import { call, sentenceOf } from '../../live/api.ts';
import { GradeShape } from '../../ui/grade-shape.tsx';
import { dayAndTime } from '../../ui/time-text.ts';
import { useBoard } from '../board/board.tsx';
import { isLate } from '../board/clock-of.ts';
import { isUncovered, type QueueItem } from '../board/queue-item.ts';
import { useConsole } from '../console-state.tsx';
import { plainForm, type OpenForm } from '../open-form.ts';
import classes from './queue.module.css';

interface Entry { id: string; grade: QueueItem['incident']['grade']; provisional: boolean; tail: string; what: string; says: string; form?: OpenForm }
interface Group { title: string; entries: readonly Entry[]; empty: string }

const byAge = (a: QueueItem, b: QueueItem): number => a.incident.reportedAt.localeCompare(b.incident.reportedAt);
const entry = (item: QueueItem, says: string, form?: OpenForm): Entry => ({
  id: item.id, grade: item.incident.grade, provisional: item.incident.gradedAt === null, tail: item.incident.ref.slice(-4), what: `${item.district} · ${item.incident.summary}`, says, ...(form === undefined ? {} : { form }),
});

/** Pure, from what the board knows. */
export function groupsOf(items: readonly QueueItem[], me: { staffId: string }, now: Date): Group[] {
  const requests = items.flatMap((item) => item.incident.requests.filter(({ state, by }) => state === 'waiting' && by.staffId !== me.staffId)
    .map((request) => entry(item, `${request.by.name} asks for a second person, ${dayAndTime(request.at, now)}`, { name: 'second', requestId: request.id })));
  const unseen = items.flatMap((item) => item.incident.followUps.filter(({ cause, decision }) => cause === 'child-not-seen' && decision === null)
    .map(({ id }) => entry(item, 'A child was not seen: yours to decide', { name: 'follow-up', followUpId: id })));
  const climbed = items.flatMap((item) => {
    const came = item.incident.alarms.filter(({ stage, acknowledgedAt }) => stage === 'supervisor' && acknowledgedAt === null);
    const first = came.flatMap(({ cameAt }) => (cameAt === null ? [] : [cameAt])).toSorted()[0];
    // One line an incident, however many of its alarms came.
    return came.length === 0 ? [] : [entry(item, `${capital(came.map(({ cause }) => ALARM_CAUSES[cause].words).join('; '))}. Nobody acknowledged ${came.length === 1 ? 'it' : 'them'}${first === undefined ? '' : `, came to you ${dayAndTime(first, now)}`}`)];
  });
  const differ = items.filter(({ incident }) => incident.gradedAt !== null && incident.grade !== incident.proposedGrade).map((item) => entry(item, `Grade ${item.incident.proposedGrade} was proposed`));
  const disputes = items.filter(({ incident }) => incident.leads.some(isDisputed)).map((item) => entry(item, 'who leads is disputed', plainForm('lead')));
  return [
    { title: 'Waits for you', entries: [...requests, ...unseen, ...climbed], empty: 'Nobody waits for you.' },
    { title: 'Nobody sent', entries: items.filter((item) => item.incident.grade < 4 && isUncovered(item)).toSorted(byAge).map((item) => entry(item, `reported ${dayAndTime(item.incident.reportedAt, now)} · ${item.stand}`)), empty: 'Somebody is sent to everything that needs it.' },
    { title: 'Late', entries: items.filter(({ owed }) => isLate(owed, now)).map((item) => entry(item, `due ${dayAndTime(item.owed?.at ?? item.incident.reportedAt, now)}`)), empty: 'Nothing is late.' },
    { title: 'Where people differ', entries: [...differ, ...disputes], empty: 'Every grade is as it was proposed, and nobody disputes who leads.' },
  ];
}

export function SupervisorList() {
  const { items, me, now, tonight } = useBoard();
  const { data, error } = useQuery({ queryKey: ['closed-sample', tonight, items.length], queryFn: ({ signal }) => call(drawSample, { night: tonight }, { signal }) });
  const drawn = (data?.drawn ?? []).map(({ incident, reviews }): Entry => ({
    id: incident.id, grade: incident.grade, provisional: incident.gradedAt === null, tail: incident.ref.slice(-4), what: `${incident.location?.district ?? 'Place not known'} · ${incident.summary}`,
    says: reviews[0] === undefined ? 'not looked at yet' : `${reviews[0].by.name}: ${FINDING_NAMES[reviews[0].finding].toLowerCase()}`, ...(reviews[0] === undefined ? { form: plainForm('review') } : {}),
  }));
  const sample: Group = { title: `Closed tonight, drawn by lot${data === undefined ? '' : ` from ${data.closed}`}`, entries: drawn, empty: error === null ? 'Nothing has been closed tonight.' : sentenceOf(error) };
  return [...groupsOf(items, me, now), sample].map((group, index) => <GroupOf key={group.title} group={group} first={index === 0} />);
}

function GroupOf({ group: { title, entries, empty }, first }: { group: Group; /** The way in for the focus. */ first: boolean }) {
  const { incidentId, openIncident } = useConsole();
  return (
    <section aria-label={title}>
      <h3 className={classes['group']} tabIndex={-1} data-pane-entry={first || undefined}>{title} <span className={classes['group-count']}>{entries.length}</span></h3>
      {entries.length === 0 && <p className={classes['hidden']}>{empty}</p>}
      <ul className={classes['closed']}>
        {entries.map(({ id, grade, provisional, tail, what, says, form }) => (
          <li key={`${id} ${says}`}>
            <button type="button" className={classes['row']} data-told aria-current={id === incidentId || undefined} onClick={() => openIncident(id, form)}>
              <GradeShape grade={grade} provisional={provisional} />
              <span className={classes['tail']}>{tail}</span>
              <span className={classes['line']}><span className={classes['what']}>{what}</span></span>
              <span className={classes['night']} />
              <span className={classes['line']}><span className={classes['stand']}>{says}</span></span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
