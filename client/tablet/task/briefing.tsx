// The task as it is read before going in: safety, urgency, where, what, who, what for. One thing on screen.
import type { ReactNode } from 'react';
import { ACTIVITIES } from '../../../shared/domain/activity.ts';
import { DOOR_NAMES, FLAG_NAMES, FOLLOW_UP_CAUSES, MISSING_RISK_NAMES } from '../../../shared/domain/incident-words.ts';
import { isRiskStanding } from '../../../shared/domain/missing.ts';
import type { IncidentRecord, IncidentView, TaskView } from '../../../shared/protocol/views.ts';
import { Fact, Facts } from '../../ui/facts.tsx';
import { FlagPill } from '../../ui/flag-pill.tsx';
import { dayAndTime } from '../../ui/time-text.ts';
import { useNow } from '../../ui/use-now.tsx';
import { Notice } from '../frame/notice.tsx';
import { Section } from '../frame/section.tsx';
import type { PageName } from '../frame/use-page.ts';
import classes from './briefing.module.css';
import { LeftAlone, Meet } from './meet.tsx';
import { MissingHere } from './missing-here.tsx';
import { Safety } from './safety.tsx';
import { TaskHead } from './task-head.tsx';
import { Where } from './where.tsx';
import { Who } from './who.tsx';

export interface BriefingProps { /** When to check in, after what to beware of. */ stay?: ReactNode; incident: IncidentView; task: TaskView | null; record: IncidentRecord | null; onOpen: (page: PageName) => void }

export function Briefing({ stay, incident, task, record, onOpen }: BriefingProps) {
  return (
    <>
      <LeftAlone incident={incident} task={task} />
      <Safety incident={incident} />
      {stay}
      <TaskHead incident={incident} task={task} />
      <FollowUps incident={incident} />
      <MissingHere incident={incident} onOpen={onOpen} />
      <Where location={incident.location} />
      <Meet incident={incident} task={task} />
      <div className={classes['what']}>
        <p className={classes['summary']}>{incident.summary}</p>
        <Flags incident={incident} />
      </div>
      <Section title="Who"><Who people={incident.people} task={task} /></Section>
      {task && <Section title="Your task"><TaskPurpose task={task} /></Section>}
      <Section title="Reported"><Reported incident={incident} record={record} /></Section>
    </>
  );
}

function Flags({ incident }: { incident: IncidentView }) {
  const { flags, missingRisk } = incident;
  if (flags.length === 0 && missingRisk === null) return null;
  return (
    <p className={classes['flags']}>
      {flags.map((flag) => <FlagPill key={flag}>{FLAG_NAMES[flag]}</FlagPill>)}
      {missingRisk && isRiskStanding(incident) && <FlagPill>Missing, {MISSING_RISK_NAMES[missingRisk]}</FlagPill>}
    </p>
  );
}

function TaskPurpose({ task }: { task: TaskView }) {
  const now = useNow();
  return (
    <>
      <p className={classes['activity']}>{ACTIVITIES[task.activity].name}{task.kind === 'phone' ? ', by phone' : ''}</p>
      {task.dueFrom && <p>Not before {dayAndTime(task.dueFrom, now)}</p>}
      {task.detail && <p className={classes['detail']}>{task.detail}</p>}
    </>
  );
}

const CAUSE_WORDS = { 'no-access': 'No access', 'child-not-seen': 'A child was not seen' } as const satisfies Record<(typeof FOLLOW_UP_CAUSES)[number], string>;

function FollowUps({ incident }: { incident: IncidentView }) {
  const now = useNow();
  return incident.followUps.filter(({ decision }) => decision === null).map(({ id, cause, owner, dueAt }) => (
    <Notice key={id} tone="act" title={`${CAUSE_WORDS[cause]}: follow-up open`}>{owner.name} decides by {dayAndTime(dueAt, now)}.</Notice>
  ));
}

function Reported({ incident, record }: { incident: IncidentView; record: IncidentRecord | null }) {
  const now = useNow();
  const caller = record?.caller;
  const from = [caller?.name, caller?.agency].filter(Boolean).join(', ');
  return (
    <div className={classes['facts']}>
      <Facts>
        <Fact name="At">{dayAndTime(incident.reportedAt, now)}</Fact>
        <Fact name="Through">{DOOR_NAMES[incident.door]}</Fact>
        <Fact name="Caller">{record === null ? 'not read yet' : from === '' ? 'not given' : from}</Fact>
        {caller?.phone && <Fact name="Phone"><a className={classes['phone']} href={`tel:${caller.phone.replaceAll(' ', '')}`}>{caller.phone}</a></Fact>}
        {caller?.reference && <Fact name="Reference">{caller.reference}</Fact>}
        <Fact name="Owner">{incident.owner.name}, {incident.owner.organisation}</Fact>
      </Facts>
    </div>
  );
}
