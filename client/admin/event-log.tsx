// What was done: the log itself, by its number.
import { Table } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { OutOf } from '../../shared/protocol/route.ts';
import { readLog } from '../../shared/protocol/admin.ts';
import { call } from '../live/api.ts';
import { clockSeconds } from '../ui/time-text.ts';
import classes from './admin.module.css';
import { LogTable } from './log-table.tsx';
import { cameLate, momentText, shortId, wordsOf } from './log-words.ts';

type Line = OutOf<typeof readLog>[number];
const first: number | undefined = undefined;

export function EventLog() {
  const log = useInfiniteQuery({
    queryKey: ['audit', 'events'],
    queryFn: ({ pageParam, signal }) => call(readLog, pageParam === undefined ? {} : { before: pageParam }, { signal }),
    initialPageParam: first,
    getNextPageParam: (page: Line[]): number | undefined => page.at(-1)?.seq,
  });
  return <LogTable log={log} of="the log" heads={['No.', 'When', 'Who', 'What', 'Of what', 'Incident']} row={rowOf} />;
}

const rowOf = ({ seq, at, receivedAt, by, organisation, name, entity, entityId, incidentId }: Line) => (
  <Table.Tr key={seq}>
    <Table.Td>{seq}</Table.Td>
    <Table.Td>
      <time dateTime={at}>{momentText(at)}</time>
      {cameLate(at, receivedAt) && <span className={classes['quiet']}> received {clockSeconds(receivedAt)}</span>}
    </Table.Td>
    <Table.Td>{by} <span className={classes['quiet']}>{organisation}</span></Table.Td>
    <Table.Td title={name}>{wordsOf(name)}</Table.Td>
    <Table.Td title={entityId ?? 'restricted'}>{wordsOf(entity)} <span className={classes['quiet']}>{entityId === null ? 'restricted' : shortId(entityId)}</span></Table.Td>
    <Table.Td title={incidentId ?? undefined} className={classes['quiet'] ?? ''}>{incidentId !== null && shortId(incidentId)}</Table.Td>
  </Table.Tr>
);
