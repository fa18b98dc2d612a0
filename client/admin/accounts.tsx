// Accounts: the list, searched as one types, and beside it the one that is open or a new one.
import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useFreshness } from '../live/live-store.tsx';
import { ActionButton } from '../ui/action-button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Panel } from '../ui/panel.tsx';
import { SkeletonRows } from '../ui/skeleton-rows.tsx';
import { AccountDetail } from './account-detail.tsx';
import { AccountsTable } from './accounts-table.tsx';
import { AddAccount } from './add-account.tsx';
import classes from './admin.module.css';
import { Failed } from '../live/failed.tsx';
import { roleText } from './grant-words.ts';
import { useAccounts } from './use-admin.ts';

export function Accounts() {
  const { data: accounts, error, refetch } = useAccounts();
  const freshness = useFreshness();
  const [search, setSearch] = useState('');
  const [openId, setOpenId] = useState<string | null>(null);
  const [adding, setAdding] = useState(false);
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const found = (accounts ?? []).filter((account) => {
    const text = [account.name, account.username, account.organisation, ...account.grants.map(roleText)].join(' ').toLowerCase();
    return words.every((word) => text.includes(word));
  });
  const opened = accounts?.find(({ id }) => id === openId);
  const show = (id: string | null) => { setAdding(false); setOpenId(id); };

  return (
    <div className={classes['beside']} data-open={adding || opened ? true : undefined}>
      <Panel
        title="Accounts"
        count={accounts && (found.length === accounts.length ? accounts.length : `${found.length} of ${accounts.length}`)}
        padded={false}
        actions={<ActionButton label="Add account" keys="N" onAct={() => setAdding(true)} />}
        pinned={(
          <TextInput
            aria-label="Search accounts"
            placeholder="Name, user name, organisation or role"
            leftSection={<IconSearch size={16} aria-hidden />}
            value={search}
            onChange={(event) => setSearch(event.currentTarget.value)}
          />
        )}
      >
        {error && <Failed error={error} again={refetch} />}
        {accounts === undefined && !error && <SkeletonRows of="the accounts" rows={12} />}
        {found.length > 0 && <AccountsTable accounts={found} openId={adding ? null : openId} onOpen={show} />}
        {accounts && found.length === 0 && <EmptyState title={words.length === 0 ? 'No accounts yet.' : `No account matches “${search.trim()}”.`} freshness={freshness} />}
      </Panel>
      {adding && <AddAccount onAdded={setOpenId} onClose={() => setAdding(false)} />}
      {!adding && opened && <AccountDetail key={opened.id} account={opened} onClose={() => show(null)} />}
    </div>
  );
}
