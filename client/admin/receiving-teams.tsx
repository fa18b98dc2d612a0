// The teams that take handovers over: whose they are, and when their day starts.
import { NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { FormEvent } from 'react';
import { addReceivingTeam } from '../../shared/protocol/admin.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { FieldActions, FieldGroup, FieldRow } from '../ui/field.tsx';
import { Panel } from '../ui/panel.tsx';
import { SkeletonRows } from '../ui/skeleton-rows.tsx';
import classes from './admin.module.css';
import { Failed } from '../live/failed.tsx';
import { useAdminSend, useOrganisations, useReceivingTeams } from './use-admin.ts';

const KINDS = { 'day-team': 'Day team', 'edt-desk': 'EDT desk' } as const;
const KIND_CODES = ['day-team', 'edt-desk'] as const satisfies readonly (keyof typeof KINDS)[];

export function ReceivingTeams() {
  const { data: teams, error, refetch } = useReceivingTeams();
  return (
    <div className={classes['beside']} data-open>
      <Panel title="Receiving teams" count={teams?.length}>
        {error && <Failed error={error} again={refetch} />}
        {teams === undefined && !error && <SkeletonRows of="the receiving teams" />}
        {teams?.length === 0 && <p className={classes['quiet']}>None yet: nothing can be handed over in the morning until there is one.</p>}
        <ul className={classes['list']}>
          {teams?.map(({ id, name, kind, organisation, startsAt, hasAccounts }) => (
            <li key={id} className={classes['item']}>
              <span>{name}</span>
              <span className={classes['quiet']}>{KINDS[kind]} · {organisation} · starts {startsAt}{hasAccounts ? '' : ' · nobody has an account: taken over by phone'}</span>
            </li>
          ))}
        </ul>
      </Panel>
      <Panel title="Add a receiving team"><AddTeam /></Panel>
    </div>
  );
}

function AddTeam() {
  const send = useAdminSend();
  const { data: organisations } = useOrganisations();
  const [name, setName] = useState('');
  const [kind, setKind] = useState<keyof typeof KINDS>('day-team');
  const [chosenId, setChosenId] = useState('');
  const [startsAt, setStartsAt] = useState('09:00');
  const organisationId = chosenId || (organisations?.[0]?.id ?? '');
  const refusal = name.trim() === '' ? 'Write its name first.' : organisationId === '' ? 'Add its organisation first.' : startsAt === '' ? 'Say when its day starts.' : undefined;
  const add = async () => { if (await send(addReceivingTeam, { name, kind, organisationId, startsAt })) setName(''); };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (refusal === undefined) void add();
  };
  return (
    <form onSubmit={submit}>
      <FieldGroup name="The team" hint="People are let into it with the role Receiving team.">
        <TextInput label="Name" value={name} onChange={(event) => setName(event.currentTarget.value)} />
        <NativeSelect
          label="Organisation"
          data={(organisations ?? []).map(({ id, name: label }) => ({ value: id, label }))}
          value={organisationId}
          onChange={(event) => setChosenId(event.currentTarget.value)}
        />
        <FieldRow>
          <NativeSelect
            label="Kind"
            data={KIND_CODES.map((value) => ({ value, label: KINDS[value] }))}
            value={kind}
            onChange={(event) => setKind(KIND_CODES.find((one) => one === event.currentTarget.value) ?? kind)}
          />
          <TextInput type="time" label="Starts at" description="On working days" value={startsAt} onChange={(event) => setStartsAt(event.currentTarget.value)} />
        </FieldRow>
        <FieldActions><ActionButton label="Add it" tone="primary" refusal={refusal} onAct={add} /></FieldActions>
      </FieldGroup>
    </form>
  );
}
