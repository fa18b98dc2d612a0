// Giving a role: which, for which team where it is a team's, from when and until when.
import { NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { FormEvent } from 'react';
import { ROLE_NAMES, ROLES } from '../../shared/domain/visibility.ts';
import { refusalSentence } from '../../shared/domain/refusal.ts';
import { grantRole } from '../../shared/protocol/admin.ts';
import type { AccountView } from '../../shared/protocol/views.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { FieldActions, FieldGroup, FieldRow } from '../ui/field.tsx';
import { instantAt } from '../ui/london-wall-time.ts';
import { useAdminSend, useReceivingTeams } from './use-admin.ts';

export function GrantForm({ account, onClose }: { account: AccountView; onClose: () => void }) {
  const send = useAdminSend();
  const { data: teams } = useReceivingTeams();
  const [role, setRole] = useState<(typeof ROLES)[number]>('responder');
  const [teamId, setTeamId] = useState('');
  const [from, setFrom] = useState('');
  const [until, setUntil] = useState('');
  const forTeam = role === 'receiving-team';
  const refusal = forTeam && teamId === '' ? refusalSentence({ code: 'scope-needed' }) : undefined;

  const give = async () => {
    const begins = instantAt(from);
    const given = await send(grantRole, {
      accountId: account.id, role, receivingTeamId: forTeam ? teamId : null, until: instantAt(until), ...(begins === null ? {} : { from: begins }),
    });
    if (given) onClose();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (refusal === undefined) void give();
  };

  return (
    <form onSubmit={submit}>
      <FieldGroup name={`A role for ${account.name}`} hint="Times are on the clock in London. A role for one night needs an end.">
        <NativeSelect
          label="Role"
          data={ROLES.map((value) => ({ value, label: ROLE_NAMES[value] }))}
          value={role}
          onChange={(event) => setRole(ROLES.find((one) => one === event.currentTarget.value) ?? role)}
          data-autofocus
        />
        {forTeam && (
          <NativeSelect
            label="Receiving team"
            data={[{ value: '', label: 'Choose a team' }, ...(teams ?? []).map(({ id, name, organisation }) => ({ value: id, label: `${name}, ${organisation}` }))]}
            value={teamId}
            onChange={(event) => setTeamId(event.currentTarget.value)}
          />
        )}
        <FieldRow>
          <TextInput type="datetime-local" label="From" description="Empty: from now" value={from} onChange={(event) => setFrom(event.currentTarget.value)} />
          <TextInput type="datetime-local" label="Until" description="Empty: for good" value={until} onChange={(event) => setUntil(event.currentTarget.value)} />
        </FieldRow>
        <FieldActions>
          <ActionButton label="Give the role" tone="primary" refusal={refusal} onAct={give} />
          <ActionButton label="Not now" tone="quiet" onAct={onClose} />
        </FieldActions>
      </FieldGroup>
    </form>
  );
}
