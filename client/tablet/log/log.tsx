// The running log of one incident, newest first, with a box to add to it.
import { useMe } from '../../live/me.tsx';
import { SkeletonRows } from '../../ui/skeleton-rows.tsx';
import { Timeline } from '../../ui/timeline.tsx';
import { useNow } from '../../ui/use-now.tsx';
import { Notice } from '../frame/notice.tsx';
import { Section } from '../frame/section.tsx';
import type { Shown } from '../work.ts';
import classes from './log.module.css';
import { logLines } from './log-lines.ts';
import { NoteBox } from './note-box.tsx';
import type { RecordHere } from './use-record.ts';

export function Log({ shown: { incident, said }, here: { record, isUnanswered } }: { shown: Shown; here: RecordHere }) {
  const now = useNow();
  const { organisation } = useMe();
  const lines = logLines(incident, record?.timeline ?? [], said);
  return (
    <Section title="Running log">
      <NoteBox key={incident.id} incidentId={incident.id} organisation={organisation} />
      {isUnanswered && (
        <Notice title={record === null ? 'The log could not be read: no answer from the server' : 'This is the log as it was last read'}>
          What you add is kept here and sent when there is signal.
        </Notice>
      )}
      {record === null && lines.length === 0 ? (!isUnanswered && <SkeletonRows of="the running log" rows={4} />) : <div className={classes['lines']}><Timeline entries={lines} now={now} /></div>}
    </Section>
  );
}
