// Where the others are met before the door, and when; and who is owed where this leg goes ahead alone.
import { IconMapPin, IconUsers } from '@tabler/icons-react';
import { aloneByDecline } from '../../../shared/domain/alone-by-decline.ts';
import { isDoubleCrewedOnly } from '../../../shared/domain/crew-safety.ts';
import { NEED_NAMES } from '../../../shared/domain/activity.ts';
import { meetingBefore, meetingOf } from '../../../shared/domain/meeting-point.ts';
import { aheadAlone } from '../../../shared/domain/solo-first.ts';
import type { IncidentView, TaskView } from '../../../shared/protocol/views.ts';
import { clockTime, dayAndTime } from '../../ui/time-text.ts';
import { useNow } from '../../ui/use-now.tsx';
import { Notice } from '../frame/notice.tsx';
import classes from './meet.module.css';
import { mapLink } from './where.tsx';

/** A partner who declined: going on alone is control's to say, and where visits are double-crewed only nobody goes in. */
export function LeftAlone({ incident, task }: { incident: IncidentView; task: TaskView | null }) {
  const one = task === null ? null : aloneByDecline(incident, task.id);
  if (one === null) return null;
  return isDoubleCrewedOnly(incident)
    ? <Notice tone="danger" urgent title="Wait: do not go in alone">{one.declined.name} declined, and visits here are double-crewed only. Control knows, and sends somebody or tells you what to do.</Notice>
    : <Notice tone="act" title={`${one.declined.name} declined`}>Nobody is with you for now. Control knows, and looks for somebody.</Notice>;
}

export function Meet({ incident, task }: { incident: IncidentView; task: TaskView | null }) {
  const now = useNow();
  if (task === null || task.state !== 'open') return null;
  const [meeting, before, ahead] = [meetingOf(incident, task.id), meetingBefore(incident, task.id), aheadAlone(incident, task.id)];
  return (
    <>
      {ahead !== null && <p className={classes['meet']}><IconUsers size={22} aria-hidden />You go ahead alone. The {ahead.owed.map((need) => NEED_NAMES[need]).join(' and the ')} is owed: nobody is sent yet.</p>}
      {(meeting !== undefined || before !== undefined) && <Where meeting={meeting} before={before} now={now} />}
    </>
  );
}

type Meeting = IncidentView['meetings'][number];

/** What it was stands with it: somebody may have set out for that. */
function Where({ meeting, before, now }: { meeting: Meeting | undefined; before: Meeting | undefined; now: Date }) {
  return (
    <div className={classes['meet']} data-changed={before !== undefined || undefined} role={before === undefined ? undefined : 'alert'}>
      <IconMapPin size={22} aria-hidden />
      <span>
        {meeting === undefined ? <strong>Go straight to the door.</strong> : <>Meet first: <strong>{meeting.where}</strong>{meeting.meetAt === null ? '. Whoever is there first waits.' : ` at ${dayAndTime(meeting.meetAt, now)}`}</>}
        {before !== undefined && <span className={classes['was']}>Changed at {clockTime(meeting?.setAt ?? before.endedAt ?? before.setAt)}{meeting === undefined ? '' : ` by ${meeting.setBy.name}`}: it was {before.where}.</span>}
      </span>
      {meeting !== undefined && meeting.lat !== null && meeting.lon !== null && <a href={mapLink(meeting.lat, meeting.lon)}>Map</a>}
    </div>
  );
}
