// One incident beside the queue: what it is, what it asks, what can be done, and everything that has happened.
import type { Instant } from '../../../shared/domain/instant.ts';
import type { IncidentRecord } from '../../../shared/protocol/views.ts';
import { FurtherCalls } from '../../beside/further-calls.tsx';
import { ActionButton } from '../../ui/action-button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { HotkeyScope } from '../../ui/hotkey-scope.tsx';
import { Panel } from '../../ui/panel.tsx';
import { SkeletonRows } from '../../ui/skeleton-rows.tsx';
import { useBoard } from '../board/board.tsx';
import { useConsole } from '../console-state.tsx';
import { FormOver } from '../forms/form-over.tsx';
import { ActionBar } from './action-bar.tsx';
import { Alarms } from './alarms.tsx';
import { Attention } from './attention.tsx';
import { Checks } from './checks.tsx';
import { IncidentFacts } from './incident-facts.tsx';
import { IncidentHead } from './incident-head.tsx';
import { IncidentTimeline } from './incident-timeline.tsx';
import { MissingPeople } from './missing-people.tsx';
import { Owed } from './owed.tsx';
import { Tasks } from './tasks.tsx';
import { useIncidentRecord } from './use-incident-record.ts';
import { Warnings } from './warnings.tsx';
import classes from './incident.module.css';

export function IncidentPane({ id }: { id: string }) {
  return (
    <HotkeyScope name="Incident">
      <Open id={id} />
    </HotkeyScope>
  );
}

function Open({ id }: { id: string }) {
  const { incident, record, failed, again } = useIncidentRecord(id);
  const { form, closeIncident, closeForm } = useConsole();
  const { freshness, now } = useBoard();
  const close = <ActionButton label="Close" keys="Escape" size="xs" tone="quiet" onAct={closeIncident} />;

  if (incident === null) {
    return (
      <Panel title="Incident" actions={close} padded={false}>
        {failed === null ? <SkeletonRows of="the incident" rows={8} /> : (
          <EmptyState title={failed} freshness={freshness}><ActionButton label="Try again" onAct={again} /></EmptyState>
        )}
      </Panel>
    );
  }
  return (
    <Panel whole title={incident.ref} actions={close} pinned={<div className={classes['pinned']}><IncidentHead incident={incident} /><ActionBar incident={incident} quiet={form !== null} /></div>}>
      <div className={classes['body']}>
        {form !== null && <FormOver key={JSON.stringify(form)} incident={incident} form={form} namedStaff={record?.namedStaff ?? []} linkedAt={lastLinkedAt(record?.timeline ?? [])} onClose={closeForm} />}
        <Alarms incident={incident} />
        <Attention incident={incident} />
        <MissingPeople incident={incident} />
        <Owed incident={incident} />
        <p className={classes['summary']}>{incident.summary}</p>
        <Warnings incident={incident} />
        <Checks incident={incident} />
        <IncidentFacts incident={incident} caller={record?.caller ?? null} />
        <FurtherCalls calls={record?.calls ?? []} now={now} />
        <Tasks incident={incident} />
        <IncidentTimeline timeline={record?.timeline ?? null} failed={failed} onAgain={again} />
      </div>
    </Panel>
  );
}

/** When two records were last said to be one person, or no longer, as the server heard it. */
const lastLinkedAt = (timeline: IncidentRecord['timeline']): Instant | null =>
  timeline.findLast(({ name }) => name === 'person.matched' || name === 'person.unmatched')?.receivedAt ?? null;
