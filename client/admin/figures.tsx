// Aggregates of the last nights, to be read on a screen or on paper. Small counts are withheld by the server.
import { SegmentedControl, Table } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { readFigures } from '../../shared/protocol/admin.ts';
import type { OutOf } from '../../shared/protocol/route.ts';
import { call } from '../live/api.ts';
import { useMe } from '../live/me.tsx';
import { AlarmLoad } from '../ui/alarm-load.tsx';
import { ActionButton } from '../ui/action-button.tsx';
import { SkeletonRows } from '../ui/skeleton-rows.tsx';
import { clockTime, dayText } from '../ui/time-text.ts';
import { useNow } from '../ui/use-now.tsx';
import { Failed } from '../live/failed.tsx';
import classes from './figures.module.css';
import sheet from '../ui/figures-sheet.module.css';

type FiguresView = OutOf<typeof readFigures>;
const SPANS = { 7: 'a week', 28: 'four weeks', 91: 'a quarter', 366: 'a year' } as const;

export function Figures() {
  const now = useNow();
  const { deployment } = useMe();
  const [nights, setNights] = useState('7');
  const { data, error, refetch } = useQuery({
    queryKey: ['figures', nights],
    queryFn: ({ signal }) => call(readFigures, { nights: Number(nights) }, { signal }),
    placeholderData: keepPreviousData,
    refetchInterval: 60_000,
  });
  return (
    <div className={classes['page']}>
      <header className={classes['head']} data-nj-no-print>
        <SegmentedControl aria-label="Over how long" data={Object.entries(SPANS).map(([value, label]) => ({ value, label }))} value={nights} onChange={setNights} />
        <ActionButton label="Print" keys="P" onAct={() => window.print()} />
      </header>
      {error && <Failed error={error} again={refetch} />}
      {data === undefined && !error && <SkeletonRows of="the figures" rows={10} />}
      {data && (
        <>
          <p className={classes['of']}>
            {deployment.kind === 'rehearsal' && 'A rehearsal, so none of this happened. '}
            Figures for {data.nights} {data.nights === 1 ? 'night' : 'nights'} from {dayText(`${data.from}T12:00:00Z`, now)}, as at {dayText(now, now)} {clockTime(now)}.
          </p>
          <ByGrade rows={data.byGrade} />
          <AlarmLoad alarms={data.alarms} className={classes['of']} />
          <ByDistrict rows={data.byDistrict} />
        </>
      )}
    </div>
  );
}

const minutes = (value: number | null): string => (value === null ? '–' : `${Math.round(value)} min`);
/** A share of very few says nothing, and may say who. */
const share = (part: number, whole: number): string => (whole < 5 ? '' : ` (${Math.round((100 * part) / whole)}%)`);

function ByGrade({ rows }: { rows: FiguresView['byGrade'] }) {
  return (
    <section className={sheet['section']}>
      <h2 className={sheet['title']}>By grade</h2>
      <Table className={`${sheet['heads']} ${sheet['figures']} ${classes['table']}`} verticalSpacing={6}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">Grade</Table.Th>
            <Table.Th scope="col">Incidents</Table.Th>
            <Table.Th scope="col">Attended</Table.Th>
            <Table.Th scope="col">Target met, of all</Table.Th>
            <Table.Th scope="col">First there, median</Table.Th>
            <Table.Th scope="col">Both there, median</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(({ grade, incidents, attended, metTarget, medianFirstArrivalMinutes, medianJointArrivalMinutes }) => (
            <Table.Tr key={grade}>
              <Table.Th scope="row">Grade {grade}</Table.Th>
              <Table.Td>{incidents}</Table.Td>
              <Table.Td>{grade === 4 ? 'no visit' : attended}</Table.Td>
              <Table.Td>{grade === 4 ? '–' : `${metTarget}${share(metTarget, incidents)}`}</Table.Td>
              <Table.Td>{minutes(medianFirstArrivalMinutes)}</Table.Td>
              <Table.Td>{minutes(medianJointArrivalMinutes)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <p className={classes['note']}>The clock runs from the report to any door. The target is met by the first arrival; both are reported.</p>
    </section>
  );
}

function ByDistrict({ rows }: { rows: FiguresView['byDistrict'] }) {
  return (
    <section className={sheet['section']}>
      <h2 className={sheet['title']}>By district</h2>
      <Table className={`${sheet['heads']} ${sheet['figures']} ${classes['table']}`} data-narrow verticalSpacing={6}>
        <Table.Thead><Table.Tr><Table.Th scope="col">District</Table.Th><Table.Th scope="col">Incidents</Table.Th></Table.Tr></Table.Thead>
        <Table.Tbody>
          {rows.map(({ district, incidents }) => (
            <Table.Tr key={district}>
              <Table.Th scope="row">{district}</Table.Th>
              <Table.Td>{incidents ?? 'fewer than 5'}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {rows.length === 0 && <p className={classes['note']}>No incidents in these nights.</p>}
    </section>
  );
}
