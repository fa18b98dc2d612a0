// Targets and arrivals by grade, in figures.
import { Table } from '@mantine/core';
import type { DebriefView } from '../../shared/protocol/debrief.ts';
import { GradeShape } from '../ui/grade-shape.tsx';
import classes from './debrief.module.css';
import { countText, minutesText, percentText, targetText, type TargetView } from './debrief-words.ts';
import sheet from '../ui/figures-sheet.module.css';

export function TargetsTable({ targets, arrivals }: { targets: readonly TargetView[]; arrivals: DebriefView['arrivals'] }) {
  const arrivalsOf = (grade: number, which: 'first' | 'joint') => {
    const one = arrivals.find((arrival) => arrival.grade === grade && arrival.which === which);
    return one === undefined || one.medianMinutes === null ? '–' : `${minutesText(one.medianMinutes)} / ${minutesText(one.ninetiethMinutes)}`;
  };
  const rows: readonly [string, (target: TargetView) => string][] = [
    ['Calls', ({ calls }) => countText(calls)],
    ['Attended or due by now', ({ due }) => countText(due)],
    ['Target met', ({ met, shareMet }) => `${countText(met)}${shareMet === null ? '' : ` (${percentText(shareMet)})`}`],
    ['Still running', ({ stillRunning }) => countText(stillRunning)],
    ['Ended in time, nobody there', ({ endedUnattended }) => countText(endedUnattended)],
    ['First there, median / 90th', ({ grade }) => arrivalsOf(grade, 'first')],
    ['Both there, median / 90th', ({ grade }) => arrivalsOf(grade, 'joint')],
  ];
  return (
    <section className={sheet['section']}>
      <h2 className={sheet['title']}>Targets and arrivals</h2>
      <Table className={`${sheet['heads']} ${sheet['figures']} ${classes['table']}`} data-narrow verticalSpacing={6}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">From the report</Table.Th>
            {targets.map(({ grade, targetMinutes }) => (
              <Table.Th key={grade} scope="col"><GradeShape grade={grade} size="sm" /> {targetText(targetMinutes)}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(([name, cell]) => (
            <Table.Tr key={name}>
              <Table.Th scope="row">{name}</Table.Th>
              {targets.map((target) => <Table.Td key={target.grade} data-nj-figures>{cell(target)}</Table.Td>)}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  );
}
