// Around every chart: its name, what it says in a sentence, the picture, and the same figures as a table.
import { Table } from '@mantine/core';
import { useId, type ReactNode } from 'react';
import classes from './charts.module.css';
import sheet from '../../ui/figures-sheet.module.css';

export interface ChartFrameProps {
  title: string;
  /** The picture in a sentence; a screen reader hears it in the picture's place. */
  summary: string;
  legend?: ReactNode;
  columns: readonly string[];
  rows: readonly (readonly [name: string, ...cells: string[]])[];
  wide?: boolean;
  children: ReactNode;
}

export function ChartFrame({ title, summary, legend, columns, rows, wide = false, children }: ChartFrameProps) {
  const titleId = useId();
  return (
    <section className={classes['frame']} aria-labelledby={titleId} data-wide={wide || undefined}>
      <h2 id={titleId} className={classes['title']}>{title}</h2>
      <p className={classes['summary']}>{summary}</p>
      <div role="img" aria-label={summary}>{children}</div>
      {legend && <p className={classes['legend']}>{legend}</p>}
      <details className={classes['details']} data-nj-no-print>
        <summary>The same as a table</summary>
        <Table className={`${sheet['heads']} ${sheet['figures']} ${classes['table']}`} verticalSpacing={4}>
          <Table.Thead><Table.Tr>{columns.map((name) => <Table.Th key={name} scope="col">{name}</Table.Th>)}</Table.Tr></Table.Thead>
          <Table.Tbody>
            {rows.map(([name, ...cells]) => (
              <Table.Tr key={name}>
                <Table.Th scope="row">{name}</Table.Th>
                {cells.map((cell, index) => <Table.Td key={columns[index + 1]} data-nj-figures>{cell}</Table.Td>)}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </details>
    </section>
  );
}
