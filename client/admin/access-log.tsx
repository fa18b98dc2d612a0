// Who read which record, when, and for what purpose where one was asked.
import { Table } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { readAccessLog } from '../../shared/protocol/admin.ts';
import type { OutOf } from '../../shared/protocol/route.ts';
import { call } from '../live/api.ts';
import classes from './admin.module.css';
import { LogTable } from './log-table.tsx';
import { momentText, shortId, wordsOf } from './log-words.ts';

type Line = OutOf<typeof readAccessLog>[number];
const first: number | undefined = undefined;

export function AccessLog() {
  const log = useInfiniteQuery({
    queryKey: ['audit', 'accesses'],
    queryFn: ({ pageParam, signal }) => call(readAccessLog, pageParam === undefined ? {} : { before: pageParam }, { signal }),
    initialPageParam: first,
    getNextPageParam: (page: Line[]): number | undefined => page.at(-1)?.id,
  });
  return <LogTable log={log} of="the log of readings" heads={['When', 'Who', 'Did', 'To what', 'Purpose']} row={rowOf} />;
}

const rowOf = ({ id, at, by, organisation, action, entity, entityId, purpose }: Line) => (
  <Table.Tr key={id}>
    <Table.Td><time dateTime={at}>{momentText(at)}</time></Table.Td>
    <Table.Td>{by} <span className={classes['quiet']}>{organisation}</span></Table.Td>
    <Table.Td>{wordsOf(action)}</Table.Td>
    <Table.Td title={entityId ?? undefined}>{wordsOf(entity)} {entityId !== null && <span className={classes['quiet']}>{shortId(entityId)}</span>}</Table.Td>
    <Table.Td>{purpose ?? <span className={classes['quiet']}>not asked</span>}</Table.Td>
  </Table.Tr>
);
