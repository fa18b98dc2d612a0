// The administrator's screen: who may sign in, in which roles, for which organisations and teams. No case content.
import { Tabs } from '@mantine/core';
import { Accounts } from './accounts.tsx';
import classes from './admin.module.css';
import { Organisations } from './organisations.tsx';
import { ReceivingTeams } from './receiving-teams.tsx';
import { Systems } from './systems.tsx';

export function Admin() {
  return (
    <Tabs defaultValue="accounts" keepMounted={false} className={classes['tabs'] ?? ''}>
      <Tabs.List aria-label="What to administer">
        <Tabs.Tab value="accounts" className={classes['tab'] ?? ''}>Accounts</Tabs.Tab>
        <Tabs.Tab value="organisations" className={classes['tab'] ?? ''}>Organisations</Tabs.Tab>
        <Tabs.Tab value="teams" className={classes['tab'] ?? ''}>Receiving teams</Tabs.Tab>
        <Tabs.Tab value="systems" className={classes['tab'] ?? ''}>Systems</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="accounts" className={classes['panel'] ?? ''}><Accounts /></Tabs.Panel>
      <Tabs.Panel value="organisations" className={classes['panel'] ?? ''}><Organisations /></Tabs.Panel>
      <Tabs.Panel value="teams" className={classes['panel'] ?? ''}><ReceivingTeams /></Tabs.Panel>
      <Tabs.Panel value="systems" className={classes['panel'] ?? ''}><Systems /></Tabs.Panel>
    </Tabs>
  );
}
