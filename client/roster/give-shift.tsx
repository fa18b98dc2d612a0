// A shift passes to somebody else: for one of theirs of the same night, or for none.
import { NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { giveShift, type ShiftView } from '../../shared/protocol/roster.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { useDraft } from '../ui/drafts.ts';
import { FieldActions, FieldGroup } from '../ui/field.tsx';
import { clockTime } from '../ui/time-text.ts';
import { say } from '../ui/toast.tsx';
import { useRosterSend, useRosterStaff } from './use-roster.ts';

export function GiveShift({ shift, shifts, onClose }: { shift: ShiftView; shifts: readonly ShiftView[]; onClose: () => void }) {
  const send = useRosterSend();
  const { data: staff } = useRosterStaff();
  const [toStaffId, setTo] = useState('');
  const [forShiftId, setFor] = useState('');
  const [despite, setDespite] = useDraft(`roster.give.${shift.id}`);
  const theirs = shifts.filter(({ staffId, duty }) => staffId === toStaffId && duty === null);
  const give = async () => {
    const done = await send(giveShift, { shiftId: shift.id, toStaffId, forShiftId: forShiftId === '' ? null : forShiftId, despite: despite.trim() === '' ? null : despite.trim() });
    if (done === null) return;
    setDespite('');
    say(forShiftId === '' ? 'The shift is theirs.' : 'The two shifts are swapped.');
    onClose();
  };
  return (
    <FieldGroup name={`${shift.name}, ${clockTime(shift.from)}–${clockTime(shift.until)}: give to somebody else`} hint="Nobody has two at once, and too little rest needs a reason.">
      <NativeSelect
        label="To whom" value={toStaffId} onChange={({ currentTarget }) => { setTo(currentTarget.value); setFor(''); }}
        data={[{ value: '', label: 'Choose somebody' }, ...(staff ?? []).filter(({ staffId }) => staffId !== shift.staffId).map(({ staffId, name, organisation }) => ({ value: staffId, label: `${name}, ${organisation}` }))]}
      />
      {theirs.length > 0 && (
        <NativeSelect label="For which of theirs" value={forShiftId} onChange={({ currentTarget }) => setFor(currentTarget.value)} data={[{ value: '', label: 'for none' }, ...theirs.map(({ id, from, until }) => ({ value: id, label: `${clockTime(from)}–${clockTime(until)}` }))]} />
      )}
      <TextInput label="Why, where the rest rule is broken" description="Empty: it is refused if it breaks the rule" value={despite} onChange={({ currentTarget }) => setDespite(currentTarget.value)} maxLength={2000} />
      <FieldActions>
        <ActionButton label={forShiftId === '' ? 'Give the shift' : 'Swap the two'} tone="primary" keys="Mod+Enter" refusal={toStaffId === '' ? 'Choose to whom.' : undefined} onAct={give} />
        <ActionButton label="Not now" tone="quiet" onAct={onClose} />
      </FieldActions>
    </FieldGroup>
  );
}
