// What was closed, a night at a time, to be read and if need be opened again.
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { addDays } from 'date-fns';
import { useState } from 'react';
import { dutyNightOf, nightLabel } from '../../../shared/domain/duty-night.ts';
import { ENDING_NAMES } from '../../../shared/domain/incident-words.ts';
import { listClosed } from '../../../shared/protocol/incidents.ts';
import type { IncidentView } from '../../../shared/protocol/views.ts';
import { call } from '../../live/api.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { GradeShape } from '../../ui/grade-shape.tsx';
import { SkeletonRows } from '../../ui/skeleton-rows.tsx';
import { dayAndTime } from '../../ui/time-text.ts';
import { useBoard } from '../board/board.tsx';
import { districtLine } from '../board/incident-lines.ts';
import { useConsole } from '../console-state.tsx';
import classes from './queue.module.css';

const nightBefore = (night: string, by: number): string => dutyNightOf(addDays(`${night}T18:00:00Z`, -by).toISOString());

export function ClosedList() {
  const { tonight, items, freshness } = useBoard();
  const [back, setBack] = useState(0);
  const night = nightBefore(tonight, back);
  // One fewer open is one more closed: asked again then, rather than by the clock.
  const { data, isError, refetch } = useQuery({
    queryKey: ['closed', night, items.length], queryFn: ({ signal }) => call(listClosed, { night }, { signal }), placeholderData: keepPreviousData,
  });
  return (
    <>
      <p className={classes['nights']}>
        <ActionButton label="Night before" size="xs" tone="quiet" onAct={() => setBack(back + 1)} />
        <span tabIndex={-1} data-pane-entry>{nightLabel(night)}</span>
        {back > 0 && <ActionButton label="Night after" size="xs" tone="quiet" onAct={() => setBack(back - 1)} />}
      </p>
      {isError && <p className={classes['hidden']}>The closed incidents could not be read. <ActionButton label="Try again" size="xs" onAct={() => refetch()} /></p>}
      {!isError && data === undefined && <SkeletonRows of="what was closed" />}
      {data?.length === 0 && <EmptyState title={`Nothing was closed in ${nightLabel(night)}.`} freshness={freshness} />}
      {data !== undefined && data.length > 0 && (
        <ul className={classes['closed']} aria-label={`Closed in ${nightLabel(night)}`}>
          {data.map((incident) => <li key={incident.id}><ClosedRow incident={incident} /></li>)}
        </ul>
      )}
    </>
  );
}

function ClosedRow({ incident }: { incident: IncidentView }) {
  const { now } = useBoard();
  const { incidentId, openIncident } = useConsole();
  return (
    <button type="button" className={classes['row']} aria-current={incident.id === incidentId || undefined} onClick={() => openIncident(incident.id)}>
      <GradeShape grade={incident.grade} provisional={incident.gradedAt === null} />
      <span className={classes['tail']}>{incident.ref.slice(-4)}</span>
      <span className={classes['line']}>
        <span className={classes['what']}><span className={classes['district']}>{districtLine(incident)}</span> · {incident.summary}</span>
        <span>{incident.endedAt === null ? '' : dayAndTime(incident.endedAt, now)}</span>
      </span>
      <span className={classes['night']} />
      <span className={classes['line']}><span className={classes['stand']}>{incident.ending === null ? 'closed' : ENDING_NAMES[incident.ending]}</span></span>
    </button>
  );
}
