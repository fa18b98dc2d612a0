// What was not taken, by each reason that the policy gave: one call may have several.
import { Table } from '@mantine/core';
import type { DebriefView } from '../../shared/protocol/debrief.ts';
import { countText } from './debrief-words.ts';
import classes from './debrief.module.css';
import sheet from '../ui/figures-sheet.module.css';

const WORDS: Readonly<Record<string, string>> = { 'outside-hours': 'Outside the hours', 'outside-area': 'Outside the districts', 'decided-by-a-person': 'Decided by a person, against the policy’s proposal' };

export function NotTakenTable({ rows }: { rows: DebriefView['notTaken'] }) {
  if (rows.length === 0) return null;
  return (
    <section className={sheet['section']}>
      <h2 className={sheet['title']}>Not taken, and why</h2>
      <Table className={`${sheet['heads']} ${sheet['figures']} ${classes['table']}`} verticalSpacing={6}>
        <Table.Thead><Table.Tr>{['Reason', 'Calls'].map((name) => <Table.Th key={name} scope="col">{name}</Table.Th>)}</Table.Tr></Table.Thead>
        <Table.Tbody>
          {rows.map(({ code, calls }) => <Table.Tr key={code}><Table.Th scope="row">{WORDS[code] ?? code.replaceAll('-', ' ')}</Table.Th><Table.Td data-nj-figures>{countText(calls)}</Table.Td></Table.Tr>)}
        </Table.Tbody>
      </Table>
    </section>
  );
}
