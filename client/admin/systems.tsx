// Other systems that send calls: by which door, for whom, with which keys. A key is shown once, here.
import { NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { FormEvent } from 'react';
import { DOOR_NAMES, DOORS } from '../../shared/domain/incident-words.ts';
import type { Door } from '../../shared/domain/incident-words.ts';
import { addSystem } from '../../shared/protocol/systems.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { FieldActions, FieldGroup } from '../ui/field.tsx';
import { Panel } from '../ui/panel.tsx';
import { SkeletonRows } from '../ui/skeleton-rows.tsx';
import classes from './admin.module.css';
import { Failed } from '../live/failed.tsx';
import { SystemKeys } from './system-keys.tsx';
import { useAdminSend, useOrganisations } from './use-admin.ts';
import { useSystems } from './use-systems.ts';

export function Systems() {
  const { data: systems, error, refetch } = useSystems();
  return (
    <div className={classes['beside']} data-open>
      <Panel title="Systems that send calls" count={systems?.length}>
        {error && <Failed error={error} again={refetch} />}
        {systems === undefined && !error && <SkeletonRows of="the systems" />}
        {systems?.length === 0 && <p className={classes['quiet']}>None yet: every call is taken by a person.</p>}
        {systems?.map((system) => <SystemKeys key={system.id} system={system} />)}
      </Panel>
      <Panel title="Add a system"><AddSystem /></Panel>
    </div>
  );
}

function AddSystem() {
  const send = useAdminSend();
  const { data: organisations } = useOrganisations();
  const [name, setName] = useState('');
  const [door, setDoor] = useState<Door>('hospital');
  const [chosenId, setChosenId] = useState('');
  const organisationId = chosenId || (organisations?.[0]?.id ?? '');
  const refusal = name.trim() === '' ? 'Write its name first.' : organisationId === '' ? 'Add its organisation first.' : undefined;
  const add = async () => { if (await send(addSystem, { name, door, organisationId })) setName(''); };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (refusal === undefined) void add();
  };
  return (
    <form onSubmit={submit}>
      <FieldGroup name="The system" hint="Its calls come in ungraded and belong to whoever is in control. It sees nothing here but, of its own calls, received, being worked or ended.">
        <TextInput label="Name" description="As it will stand on the log" value={name} onChange={(event) => setName(event.currentTarget.value)} />
        <NativeSelect
          label="Door"
          description="By which its calls come in"
          data={DOORS.map((value) => ({ value, label: DOOR_NAMES[value] }))}
          value={door}
          onChange={(event) => setDoor(DOORS.find((one) => one === event.currentTarget.value) ?? door)}
        />
        <NativeSelect
          label="Organisation"
          data={(organisations ?? []).map(({ id, name: label }) => ({ value: id, label }))}
          value={organisationId}
          onChange={(event) => setChosenId(event.currentTarget.value)}
        />
        <FieldActions><ActionButton label="Add it" tone="primary" refusal={refusal} onAct={add} /></FieldActions>
      </FieldGroup>
    </form>
  );
}
