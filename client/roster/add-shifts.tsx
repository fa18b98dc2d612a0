// Putting somebody on the roster, once or by a pattern: what will stand is read back before it does.
import { Chip, Group, NativeSelect, TextInput } from '@mantine/core';
import { DISTRICTS } from '../../shared/domain/district.ts';
import { dayAndClock } from '../../shared/domain/local-moment.ts';
import { shiftsOf } from '../../shared/domain/shift-pattern.ts';
import { addShifts } from '../../shared/protocol/roster.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { DayField } from '../ui/day-field.tsx';
import { FieldActions, FieldGroup, FieldRow } from '../ui/field.tsx';
import { clockTime } from '../ui/time-text.ts';
import { say } from '../ui/toast.tsx';
import { useFormDraft } from '../ui/use-form-draft.ts';
import { EMPTY, PatternDraft, readPattern, WEEKDAYS } from './pattern-draft.ts';
import { useRosterSend, useRosterStaff } from './use-roster.ts';
import classes from './roster.module.css';

export function AddShifts({ night, onClose }: { night: string; onClose: () => void }) {
  const send = useRosterSend();
  const { data: staff } = useRosterStaff();
  const { draft, change, clear } = useFormDraft('roster.add', PatternDraft, EMPTY);
  const read = readPattern(draft, night);
  const planned = read.pattern === null ? [] : shiftsOf(read.pattern);
  const [first, last] = [planned[0], planned.at(-1)];
  const refusal = draft.staffId === '' ? 'Choose who.' : read.problem ?? (first === undefined ? 'No day of this pattern is within it.' : undefined);
  const add = async () => {
    if (read.pattern === null) return;
    const done = await send(addShifts, { staffId: draft.staffId, ...read.pattern, repeat: read.repeat, districtCodes: draft.districtCodes, despite: draft.despite.trim() === '' ? null : draft.despite.trim() });
    if (done === null) return;
    say(planned.length === 1 ? 'One shift is on the roster.' : `${planned.length} shifts are on the roster.`);
    clear();
    onClose();
  };
  return (
    <FieldGroup name="Put on the roster" hint="Times are on the clock in London, also on the nights when it changes.">
      <NativeSelect label="Who" value={draft.staffId} data={[{ value: '', label: 'Choose somebody' }, ...(staff ?? []).map(({ staffId, name, organisation }) => ({ value: staffId, label: `${name}, ${organisation}` }))]} onChange={({ currentTarget }) => change({ staffId: currentTarget.value })} />
      <FieldRow>
        <TextInput label="From" value={draft.begins} placeholder="20:00" onChange={({ currentTarget }) => change({ begins: currentTarget.value })} />
        <TextInput label="Until" value={draft.ends} placeholder="06:00" onChange={({ currentTarget }) => change({ ends: currentTarget.value })} />
      </FieldRow>
      <FieldRow>
        <TextInput label="Break from, empty: none" value={draft.pause} placeholder="00:30" onChange={({ currentTarget }) => change({ pause: currentTarget.value })} />
        <TextInput label="for minutes" inputMode="numeric" value={draft.pauseMinutes} onChange={({ currentTarget }) => change({ pauseMinutes: currentTarget.value })} />
      </FieldRow>
      <DayField label="First day, empty: this night’s" text={draft.firstDay} onChange={(firstDay) => change({ firstDay })} placeholder="20 Nov 2026" />
      <NativeSelect
        label="Repeats" value={draft.kind} onChange={({ currentTarget: { value } }) => change({ kind: value === 'on-off' || value === 'weekly' ? value : 'once' })}
        data={[{ value: 'once', label: 'once' }, { value: 'on-off', label: 'so many days on, so many off' }, { value: 'weekly', label: 'on the same days each week' }]}
      />
      {draft.kind === 'on-off' && (
        <FieldRow>
          <TextInput label="Days on" inputMode="numeric" value={draft.on} onChange={({ currentTarget }) => change({ on: currentTarget.value })} />
          <TextInput label="Days off" inputMode="numeric" value={draft.off} onChange={({ currentTarget }) => change({ off: currentTarget.value })} />
        </FieldRow>
      )}
      {draft.kind === 'weekly' && (
        <Chip.Group multiple value={draft.weekdays} onChange={(weekdays) => change({ weekdays })}>
          <Group gap="xs" role="group" aria-label="On which days">{WEEKDAYS.map(([value, name]) => <Chip key={value} value={value} size="xs">{name}</Chip>)}</Group>
        </Chip.Group>
      )}
      {draft.kind !== 'once' && <DayField label="Last day on which one begins" text={draft.until} onChange={(until) => change({ until })} placeholder="18 Dec 2026" required />}
      <Chip.Group multiple value={draft.districtCodes} onChange={(districtCodes) => change({ districtCodes })}>
        <p className={classes['dim']}>Area, none chosen: the whole county</p>
        <Group gap="xs" role="group" aria-label="Area">{DISTRICTS.map(({ code, name }) => <Chip key={code} value={code} size="xs">{name}</Chip>)}</Group>
      </Chip.Group>
      <TextInput label="Why, where the rest rule is broken" description="Empty: it is refused if it breaks the rule" value={draft.despite} onChange={({ currentTarget }) => change({ despite: currentTarget.value })} maxLength={2000} />
      {first !== undefined && last !== undefined && <p className={classes['read-back']} role="status">{planned.length === 1 ? `${dayAndClock(first.from)} until ${clockTime(first.until)}` : `${planned.length} shifts, from ${dayAndClock(first.from)} until ${dayAndClock(last.until)}`}</p>}
      <FieldActions>
        <ActionButton label="Put on the roster" tone="primary" keys="Mod+Enter" refusal={refusal} onAct={add} />
        <ActionButton label="Not now" tone="quiet" onAct={onClose} />
      </FieldActions>
    </FieldGroup>
  );
}
