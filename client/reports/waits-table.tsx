// What waited longest, measured by its target, with the reason and the parts of the wait; each leads to its record.
import { Table } from '@mantine/core';
import { Link } from 'wouter';
import { ENDING_NAMES } from '../../shared/domain/incident-words.ts';
import type { LongWaitView } from '../../shared/protocol/debrief.ts';
import { GradeShape } from '../ui/grade-shape.tsx';
import { dayAndTime } from '../ui/time-text.ts';
import { useNow } from '../ui/use-now.tsx';
import classes from './debrief.module.css';
import { minutesText, percentText } from './debrief-words.ts';
import sheet from '../ui/figures-sheet.module.css';

const PARTS = {
  entering: 'entering', grading: 'grading', finding: 'finding a crew', answering: 'answering', declined: 'declined', 'called-away': 'called away', 'setting-off': 'setting off', travelling: 'on the road',
} as const satisfies Record<LongWaitView['parts'][number]['part'], string>;

export function WaitsTable({ waits }: { waits: readonly LongWaitView[] }) {
  return (
    <section className={sheet['section']}>
      <h2 className={sheet['title']}>What waited longest for the first arrival, and why</h2>
      {waits.length === 0 && <p className={classes['note']}>Nothing of Grade 2 or 3 was reported.</p>}
      {waits.length > 0 && (
        <Table className={`${sheet['heads']} ${classes['waits']}`} verticalSpacing={8} role="table">
          <Table.Thead role="rowgroup">
            <Table.Tr role="row">
              {['Incident', 'Waited', 'Why', 'Its parts'].map((name) => <Table.Th key={name} scope="col" role="columnheader">{name}</Table.Th>)}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody role="rowgroup">{waits.map((wait) => <Row key={wait.id} wait={wait} />)}</Table.Tbody>
        </Table>
      )}
      <p className={classes['note']}>Ordered by how much of its target each waited: an hour of Grade 2 counts as long as two days of Grade 3.</p>
    </section>
  );
}

function Row({ wait }: { wait: LongWaitView }) {
  const now = useNow();
  return (
    <Table.Tr role="row">
      <Table.Th scope="row" role="rowheader">
        <span className={classes['incident']}>
          <GradeShape grade={wait.grade} size="sm" />
          <Link href={`/console?incident=${wait.id}`}>{wait.ref}</Link>
        </span>
        <span className={classes['note']}>{wait.district ?? 'no district known'}, reported {dayAndTime(wait.reportedAt, now)}</span>
      </Table.Th>
      <Table.Td role="cell" data-nj-figures>
        <span className={classes['waited']} data-late={wait.shareOfTarget > 1 || undefined}>{minutesText(wait.minutes)}</span>
        <span className={classes['note']}>{percentText(wait.shareOfTarget)} of its target{outcomeOf(wait)}</span>
      </Table.Td>
      <Table.Td role="cell">{wait.why}</Table.Td>
      <Table.Td role="cell" className={classes['note'] ?? ''} data-nj-figures>
        {wait.parts.filter(({ minutes }) => minutes >= 0.5).map(({ part, minutes }) => `${PARTS[part]} ${minutesText(minutes)}`).join(' · ')}
        {wait.otherLegMinutes !== null && wait.otherLegMinutes >= 1 && ` · then the other leg ${minutesText(wait.otherLegMinutes)}`}
      </Table.Td>
    </Table.Tr>
  );
}

function outcomeOf({ outcome, ending }: LongWaitView): string {
  if (outcome === 'still-waiting') return ', still waiting';
  if (outcome === 'ended-unattended') return `, ended with nobody there${ending === null ? '' : ` (${ENDING_NAMES[ending].toLowerCase()})`}`;
  return '';
}
