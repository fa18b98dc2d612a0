// An incident beside the lists: what it is, what is owed on it, what was done, and every deed at its foot.
import { readIncident } from '../../../shared/protocol/incidents.ts';
import { FurtherCalls } from '../../beside/further-calls.tsx';
import { call } from '../../live/api.ts';
import { useLiveOne, useLiveSeq } from '../../live/live-store.tsx';
import { SkeletonRows } from '../../ui/skeleton-rows.tsx';
import { Timeline } from '../../ui/timeline.tsx';
import { useNow } from '../../ui/use-now.tsx';
import { NotRead } from '../case/not-read.tsx';
import { Pane } from '../case/pane.tsx';
import { Section } from '../case/section.tsx';
import { timelineEntries } from '../case/timeline-entries.ts';
import { useReading } from '../case/use-reading.ts';
import { MatchedNotes } from '../notes/matched-notes.tsx';
import { useOpened } from '../opened.tsx';
import { Checks } from './checks.tsx';
import { FollowUps } from './follow-ups.tsx';
import { IncidentDock } from './incident-dock.tsx';
import { IncidentFacts } from './incident-facts.tsx';
import type { IncidentForm } from './incident-form.ts';
import { IncidentHead } from './incident-head.tsx';
import { MissingPeople } from './missing-people.tsx';
import { OpenedForm } from './opened-form.tsx';
import { isPressing, Owed } from './owed.tsx';
import { SecondPerson } from './second-person.tsx';
import { Tasks } from './tasks.tsx';

export function IncidentPane({ id, form }: { id: string; form: IncidentForm | null }) {
  const now = useNow();
  const opened = useOpened();
  const setForm = (next: IncidentForm | null) => opened.setForm(id, next);
  const live = useLiveOne('incident', id);
  const { data, error, isError, refetch } = useReading(['incident', id, useLiveSeq('incident', id)], (signal) => call(readIncident, { incidentId: id }, { signal }));
  const record = data?.incident.id === id ? data : undefined;
  const incident = live ?? record?.incident;
  const pressing = incident !== undefined && isPressing(incident, now);
  const owed = incident && <Owed incident={incident} onForm={setForm} />;
  return (
    <Pane
      title={incident === undefined ? 'Incident' : incident.ref}
      pinned={incident && <IncidentHead incident={incident} />}
      dock={incident && (form === null
        ? <IncidentDock incident={incident} onForm={setForm} />
        : <OpenedForm incident={incident} form={form} onForm={setForm} onClose={() => setForm(null)} />)}
    >
      {incident === undefined && isError && <NotRead error={error} onAgain={refetch} />}
      {incident === undefined && !isError && <SkeletonRows of="the incident" rows={8} />}
      {incident !== undefined && (
        <>
          <MatchedNotes incident={incident} callerPhone={record?.caller.phone ?? null} />
          <FollowUps incident={incident} onForm={setForm} />
          <MissingPeople incident={incident} onForm={setForm} />
          <SecondPerson incident={incident} onForm={setForm} />
          {pressing && owed}
          <IncidentFacts incident={incident} caller={record?.caller} onForm={setForm} />
          {!pressing && owed}
          <FurtherCalls calls={record?.calls ?? []} now={now} />
          <Checks incident={incident} onForm={setForm} />
          <Tasks incident={incident} onForm={setForm} />
          <Section name="What happened">
            {record === undefined && isError && <NotRead error={error} onAgain={refetch} />}
            {record === undefined && !isError && <SkeletonRows of="the timeline" rows={4} />}
            {record !== undefined && <Timeline entries={timelineEntries(record.timeline)} now={now} />}
          </Section>
        </>
      )}
    </Pane>
  );
}
