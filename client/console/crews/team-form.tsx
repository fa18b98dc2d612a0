// Forms a team for tonight, or changes one that is out: a call sign, a vehicle where there is one, and the areas it keeps to.
import { Checkbox, TextInput } from '@mantine/core';
import { z } from 'zod';
import { DISTRICTS } from '../../../shared/domain/district.ts';
import { refusalSentence } from '../../../shared/domain/refusal.ts';
import { changeTeam, formTeam } from '../../../shared/protocol/duties.ts';
import type { TeamView } from '../../../shared/protocol/views.ts';
import { useSend } from '../../live/send.ts';
import { FieldRow } from '../../ui/field.tsx';
import { say } from '../../ui/toast.tsx';
import { useBoard } from '../board/board.tsx';
import { InlineForm } from '../forms/inline-form.tsx';
import { useFormDraft } from '../../ui/use-form-draft.ts';
import classes from './crews.module.css';

const Draft = z.object({ callSign: z.string(), vehicle: z.string(), districtCodes: z.array(z.string()) });

export function TeamForm({ team = null, onClose }: { /** Null: a new one. */ team?: TeamView | null; onClose: () => void }) {
  const { crews } = useBoard();
  const { send } = useSend();
  const { draft, change, clear } = useFormDraft(team === null ? 'team' : `${team.id}.team`, Draft, { callSign: team?.callSign ?? '', vehicle: team?.vehicle ?? '', districtCodes: [...team?.districtCodes ?? []] });
  const callSign = draft.callSign.trim();
  const taken = crews.some((crew) => crew.team !== null && crew.team.id !== team?.id && crew.team.callSign.toLowerCase() === callSign.toLowerCase());
  const refusal = callSign === '' ? 'Say what it is called on the radio.' : taken ? refusalSentence({ code: 'call-sign-taken', facts: { callSign } }) : undefined;
  const submit = async () => {
    const said = { callSign, vehicle: draft.vehicle.trim() || null, districtCodes: draft.districtCodes };
    const done = team === null ? await send(formTeam, said) : await send(changeTeam, { ...said, teamId: team.id });
    if (done === null) return;
    clear();
    onClose();
    if (team === null) say(`Team ${callSign} is on duty.`, 'Move people into it below.');
    else say(`${team.callSign} is ${callSign} now, as was said.`, 'Say so by radio.');
  };
  return (
    <InlineForm title={team === null ? 'Form a team' : `Change ${team.callSign}`} submit={team !== null ? 'Change it' : callSign === '' ? 'Form the team' : `Form ${callSign}`} onSubmit={submit} onClose={onClose} refusal={refusal}>
      <FieldRow>
        <TextInput label="Call sign" required value={draft.callSign} onChange={({ currentTarget: { value } }) => change({ callSign: value })} maxLength={200} />
        <TextInput label="Vehicle" value={draft.vehicle} onChange={({ currentTarget: { value } }) => change({ vehicle: value })} maxLength={200} />
      </FieldRow>
      <Checkbox.Group label="Areas it keeps to (none: all)" value={draft.districtCodes} onChange={(districtCodes) => change({ districtCodes })}>
        <div className={classes['areas']}>{DISTRICTS.map(({ code, name }) => <Checkbox key={code} value={code} label={name} />)}</div>
      </Checkbox.Group>
    </InlineForm>
  );
}
