// How incidents ended, and which of them with nobody there.
import { Table } from '@mantine/core';
import { ENDING_NAMES } from '../../shared/domain/incident-words.ts';
import type { DebriefView } from '../../shared/protocol/debrief.ts';
import classes from './debrief.module.css';
import { countText } from './debrief-words.ts';
import sheet from '../ui/figures-sheet.module.css';

export function EndingsTable({ rows }: { rows: DebriefView['endings'] }) {
  return (
    <section className={sheet['section']}>
      <h2 className={sheet['title']}>How they ended</h2>
      {rows.length === 0 && <p className={classes['note']}>None has ended yet.</p>}
      {rows.length > 0 && (
        <Table className={`${sheet['heads']} ${sheet['figures']} ${classes['table']}`} verticalSpacing={6}>
          <Table.Thead>
            <Table.Tr>{['Ended', 'Attended', 'Nobody there'].map((name) => <Table.Th key={name} scope="col">{name}</Table.Th>)}</Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map(({ ending, attended, unattended }) => (
              <Table.Tr key={ending}>
                <Table.Th scope="row">{ENDING_NAMES[ending]}</Table.Th>
                <Table.Td data-nj-figures>{countText(attended)}</Table.Td>
                <Table.Td data-nj-figures>{countText(unattended)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </section>
  );
}
