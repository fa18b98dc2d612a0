// The organisations: each a data controller of its own.
import { NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { FormEvent } from 'react';
import { addOrganisation } from '../../shared/protocol/admin.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { FieldActions, FieldGroup } from '../ui/field.tsx';
import { Panel } from '../ui/panel.tsx';
import { SkeletonRows } from '../ui/skeleton-rows.tsx';
import classes from './admin.module.css';
import { Failed } from '../live/failed.tsx';
import { useAdminSend, useOrganisations } from './use-admin.ts';

const KINDS = { police: 'Police force', council: 'Council', provider: 'Provider: NHS, fire, voluntary' } as const;
const KIND_CODES = ['police', 'council', 'provider'] as const satisfies readonly (keyof typeof KINDS)[];

export function Organisations() {
  const { data: organisations, error, refetch } = useOrganisations();
  return (
    <div className={classes['beside']} data-open>
      <Panel title="Organisations" count={organisations?.length}>
        {error && <Failed error={error} again={refetch} />}
        {organisations === undefined && !error && <SkeletonRows of="the organisations" />}
        {organisations?.length === 0 && <p className={classes['quiet']}>None yet: every account belongs to one, so add one first.</p>}
        <ul className={classes['list']}>
          {organisations?.map(({ id, name, kind }) => <li key={id} className={classes['item']}><span>{name}</span><span className={classes['quiet']}>{KINDS[kind]}</span></li>)}
        </ul>
      </Panel>
      <Panel title="Add an organisation"><AddOrganisation /></Panel>
    </div>
  );
}

function AddOrganisation() {
  const send = useAdminSend();
  const [name, setName] = useState('');
  const [kind, setKind] = useState<keyof typeof KINDS>('council');
  const refusal = name.trim() === '' ? 'Write its name first.' : undefined;
  const add = async () => { if (await send(addOrganisation, { name, kind })) setName(''); };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (refusal === undefined) void add();
  };
  return (
    <form onSubmit={submit}>
      <FieldGroup name="The organisation" hint="It answers for its own data: what its people enter is kept as coming from it.">
        <TextInput label="Name" value={name} onChange={(event) => setName(event.currentTarget.value)} />
        <NativeSelect
          label="Kind"
          data={KIND_CODES.map((value) => ({ value, label: KINDS[value] }))}
          value={kind}
          onChange={(event) => setKind(KIND_CODES.find((one) => one === event.currentTarget.value) ?? kind)}
        />
        <FieldActions><ActionButton label="Add it" tone="primary" refusal={refusal} onAct={add} /></FieldActions>
      </FieldGroup>
    </form>
  );
}
