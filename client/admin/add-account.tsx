// A new account: who it is for, and then the link with which they set their password.
import { NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { FormEvent } from 'react';
import { PROFESSION_NAMES, PROFESSIONS } from '../../shared/domain/activity.ts';
import type { Profession } from '../../shared/domain/activity.ts';
import { addAccount } from '../../shared/protocol/admin.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { FieldActions, FieldGroup } from '../ui/field.tsx';
import { Panel } from '../ui/panel.tsx';
import { PasswordLink } from './password-link.tsx';
import { useAdminSend, useOrganisations } from './use-admin.ts';

interface Added { accountId: string; link: string }

export function AddAccount({ onAdded, onClose }: { onAdded: (accountId: string) => void; onClose: () => void }) {
  const send = useAdminSend();
  const { data: organisations } = useOrganisations();
  const [name, setName] = useState('');
  const [username, setUsername] = useState('');
  const [chosenId, setChosenId] = useState('');
  const [profession, setProfession] = useState<Profession | null>(null);
  const [added, setAdded] = useState<Added | null>(null);
  const organisationId = chosenId || (organisations?.[0]?.id ?? '');
  const missing = name.trim() === '' ? 'Write their name first.' : username.trim() === '' ? 'Choose a user name first.' : organisationId === '' ? 'Add an organisation first.' : undefined;

  const add = async () => setAdded(await send(addAccount, { name, username, organisationId, profession }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (missing === undefined) void add();
  };

  if (added !== null) {
    return (
      <Panel title={`${name} has an account`}>
        <PasswordLink link={added.link} name={name} onDone={() => { onAdded(added.accountId); onClose(); }} />
        <p>They see nothing until they have a role: give them one next.</p>
      </Panel>
    );
  }
  return (
    <Panel title="Add an account" actions={<ActionButton label="Close" keys="Escape" tone="quiet" onAct={onClose} />}>
      <form onSubmit={submit}>
        <FieldGroup name="Who it is for">
          <TextInput label="Name" description="As colleagues know them: it stands on the log" autoFocus value={name} onChange={(event) => setName(event.currentTarget.value)} />
          <TextInput
            label="User name"
            description="2 to 40 small letters, figures, dots or dashes"
            autoCapitalize="none"
            autoComplete="off"
            spellCheck={false}
            value={username}
            onChange={(event) => setUsername(event.currentTarget.value)}
          />
          <NativeSelect
            label="Organisation"
            data={(organisations ?? []).map(({ id, name: label }) => ({ value: id, label }))}
            value={organisationId}
            onChange={(event) => setChosenId(event.currentTarget.value)}
          />
          <NativeSelect
            label="Profession"
            description="Decides which legs of a task they can stand in"
            data={[{ value: '', label: 'None: does not go out' }, ...PROFESSIONS.map((value) => ({ value, label: PROFESSION_NAMES[value] }))]}
            value={profession ?? ''}
            onChange={(event) => setProfession(PROFESSIONS.find((one) => one === event.currentTarget.value) ?? null)}
          />
          <FieldActions>
            <ActionButton label="Add the account" tone="primary" refusal={missing} onAct={add} />
          </FieldActions>
        </FieldGroup>
      </form>
    </Panel>
  );
}
