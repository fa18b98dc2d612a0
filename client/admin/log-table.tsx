// A log by pages, from the newest back to its beginning.
import { Table } from '@mantine/core';
import type { ReactNode } from 'react';
import { useFreshness } from '../live/live-store.tsx';
import { ActionButton } from '../ui/action-button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { SkeletonRows } from '../ui/skeleton-rows.tsx';
import classes from './admin.module.css';
import { Failed } from '../live/failed.tsx';
import tableClasses from './log-table.module.css';

/** What TanStack's infinite query answers, as far as it is needed here. */
export interface LogPages<Line> {
  data: { pages: readonly (readonly Line[])[] } | undefined;
  error: Error | null;
  hasNextPage: boolean;
  fetchNextPage: () => Promise<unknown>;
  refetch: () => Promise<unknown>;
}

export interface LogTableProps<Line> {
  log: LogPages<Line>;
  /** What it is, for whoever waits: `the log`. */
  of: string;
  heads: readonly string[];
  row: (line: Line) => ReactNode;
}

export function LogTable<Line>({ log: { data, error, hasNextPage, fetchNextPage, refetch }, of, heads, row }: LogTableProps<Line>) {
  const freshness = useFreshness();
  const lines = data?.pages.flat() ?? [];
  return (
    <>
      {error && <Failed error={error} again={refetch} />}
      {data === undefined && !error && <SkeletonRows of={of} rows={16} />}
      {data && lines.length === 0 && <EmptyState title="Nothing has been written yet." freshness={freshness} />}
      {lines.length > 0 && (
        <Table className={classes['table'] ?? ''} stickyHeader verticalSpacing={4} horizontalSpacing="md">
          <Table.Thead><Table.Tr>{heads.map((head) => <Table.Th key={head} scope="col">{head}</Table.Th>)}</Table.Tr></Table.Thead>
          <Table.Tbody>{lines.map(row)}</Table.Tbody>
        </Table>
      )}
      {lines.length > 0 && (
        <div className={tableClasses['foot']}>
          {hasNextPage ? <ActionButton label="Older" onAct={fetchNextPage} /> : <span className={classes['quiet']}>This is where it begins.</span>}
          <ActionButton label="Read it again" tone="quiet" onAct={refetch} />
        </div>
      )}
    </>
  );
}
