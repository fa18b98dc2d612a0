// Tonight beside the founding report, with what chance alone allows.
import { Table } from '@mantine/core';
import classes from './debrief.module.css';
import { comparedText, verdictOf, type ComparedView } from './debrief-words.ts';
import sheet from '../ui/figures-sheet.module.css';

export function FoundingTable({ rows }: { rows: readonly ComparedView[] }) {
  return (
    <section className={sheet['section']}>
      <h2 className={sheet['title']}>Beside the founding report</h2>
      <Table className={`${sheet['heads']} ${sheet['figures']} ${classes['table']}`} verticalSpacing={6}>
        <Table.Thead>
          <Table.Tr>{['Figure', 'Founding', 'Here', 'By chance', 'So'].map((name) => <Table.Th key={name} scope="col">{name}</Table.Th>)}</Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={row.figure}>
              <Table.Th scope="row">{row.figure}</Table.Th>
              <Table.Td data-nj-figures>{comparedText(row, row.founding)}</Table.Td>
              <Table.Td data-nj-figures>{comparedText(row, row.ours)}</Table.Td>
              <Table.Td data-nj-figures>{comparedText(row, row.low)} to {comparedText(row, row.high)}</Table.Td>
              <Table.Td data-beyond={row.within === false || undefined}>{verdictOf(row)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  );
}
