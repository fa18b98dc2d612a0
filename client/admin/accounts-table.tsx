// One line an account: who, of whom, in which roles now, when last here.
import { Table } from '@mantine/core';
import { instantOf } from '../../shared/domain/instant.ts';
import type { AccountView } from '../../shared/protocol/views.ts';
import { dayAndTime } from '../ui/time-text.ts';
import { useNow } from '../ui/use-now.tsx';
import classes from './admin.module.css';
import { isInForce, isToCome, roleText, spanText } from './grant-words.ts';

export interface AccountsTableProps {
  accounts: readonly AccountView[];
  openId: string | null;
  onOpen: (id: string) => void;
}

export function AccountsTable({ accounts, openId, onOpen }: AccountsTableProps) {
  return (
    <Table className={classes['table'] ?? ''} stickyHeader highlightOnHover verticalSpacing="xs" horizontalSpacing="md">
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">Name</Table.Th>
          <Table.Th scope="col">Organisation</Table.Th>
          <Table.Th scope="col">Roles now</Table.Th>
          <Table.Th scope="col">Last signed in</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {accounts.toSorted((a, b) => a.name.localeCompare(b.name)).map((account) => (
          <Row key={account.id} account={account} open={account.id === openId} onOpen={() => onOpen(account.id)} />
        ))}
      </Table.Tbody>
    </Table>
  );
}

function Row({ account, open, onOpen }: { account: AccountView; open: boolean; onOpen: () => void }) {
  const now = instantOf(useNow());
  const inForce = account.grants.filter((grant) => isInForce(grant, now));
  const toCome = account.grants.filter((grant) => isToCome(grant, now));
  return (
    <Table.Tr data-open={open || undefined}>
      <Table.Td>
        <button type="button" className={classes['open']} aria-expanded={open} onClick={onOpen}>{account.name}</button>{' '}
        <span className={classes['quiet']}>{account.username}</span>
      </Table.Td>
      <Table.Td>{account.organisation}</Table.Td>
      <Table.Td>
        {account.disabledAt !== null && <strong>Disabled {dayAndTime(account.disabledAt, now)}. </strong>}
        {[...new Set(inForce.map(roleText))].join(' · ')}
        {inForce.length === 0 && <span className={classes['quiet']}>none</span>}
        {toCome.length > 0 && <span className={classes['quiet']}> · {toCome.map((grant) => `${roleText(grant)} ${spanText(grant, now)}`).join(' · ')}</span>}
      </Table.Td>
      <Table.Td>{account.lastSignInAt === null ? <span className={classes['quiet']}>never</span> : dayAndTime(account.lastSignInAt, now)}</Table.Td>
    </Table.Tr>
  );
}
