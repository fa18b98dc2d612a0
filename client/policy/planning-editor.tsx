// What booked visits go by: how long they are, what a family is told, and the crews kept free for a Grade 2 by area and hour.
import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { DISTRICTS } from '../../shared/domain/district.ts';
import { PLANNING_NAMES, type Planning, type Reserve } from '../../shared/domain/planning.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { FieldGroup } from '../ui/field.tsx';
import { MinutesField } from './minutes-field.tsx';
import classes from './policy.module.css';

const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const;
const AREAS = DISTRICTS.map(({ code, name }) => ({ value: code, label: name }));
const FIGURES = ['visitMinutes', 'toldMinutes', 'gapMinutes', 'sendBeforeMinutes', 'dutyMinutes'] as const satisfies readonly (keyof typeof PLANNING_NAMES)[];

export function PlanningEditor({ planning, onChange }: { planning: Planning; onChange: (planning: Planning) => void }) {
  const { reserve } = planning;
  const put = (at: number, part: Partial<Reserve>) => onChange({ ...planning, reserve: reserve.map((old, index) => (index === at ? { ...old, ...part } : old)) });
  return (
    <FieldGroup name="Booked visits" hint="The reserve is kept free for a Grade 2 by whoever plans; an ending that is not later than its beginning is on the next day.">
      <div className={classes['times']}>{FIGURES.map((key) => <MinutesField key={key} label={PLANNING_NAMES[key]} minutes={planning[key]} onChange={(minutes) => onChange({ ...planning, [key]: minutes })} />)}</div>
      <div className={classes['condition']} role="group" aria-label="Hours in which a plan visits">
        <span className={classes['and']}>A plan visits from</span>
        <TextInput size="xs" type="time" aria-label="Visits from" value={planning.visitFrom} onChange={({ currentTarget }) => { if (currentTarget.value !== '') onChange({ ...planning, visitFrom: currentTarget.value }); }} />
        <span className={classes['and']}>until</span>
        <TextInput size="xs" type="time" aria-label="Visits until" value={planning.visitUntil} onChange={({ currentTarget }) => { if (currentTarget.value !== '') onChange({ ...planning, visitUntil: currentTarget.value }); }} />
        <span className={classes['dim']}>unless a family said when it suits them</span>
      </div>
      {reserve.map(({ districtCode, days, from, until, crews }, at) => (
        <div key={`reserve ${at}`} className={classes['condition']} role="group" aria-label={`Reserve ${at + 1}`}>
          <NativeSelect size="xs" aria-label="Area" data={AREAS} value={districtCode} onChange={({ currentTarget: { value } }) => put(at, { districtCode: value })} />
          <NativeSelect size="xs" aria-label="Crews of two" data={['1', '2', '3', '4', '5', '6', '7', '8', '9'].map((value) => ({ value, label: value === '1' ? '1 crew' : `${value} crews` }))} value={String(crews)} onChange={({ currentTarget: { value } }) => put(at, { crews: Number(value) })} />
          <span className={classes['ticks']}>
            {DAYS.map((name, day) => (
              <Checkbox
                key={name} size="xs" label={name} checked={days.includes(day)} disabled={days.length === 1 && days.includes(day)}
                onChange={({ currentTarget }) => put(at, { days: DAYS.map((_, one) => one).filter((one) => (one === day ? currentTarget.checked : days.includes(one))) })}
              />
            ))}
          </span>
          <TextInput size="xs" type="time" aria-label="From" value={from} onChange={({ currentTarget }) => { if (currentTarget.value !== '') put(at, { from: currentTarget.value }); }} />
          <TextInput size="xs" type="time" aria-label="Until" value={until} onChange={({ currentTarget }) => { if (currentTarget.value !== '') put(at, { until: currentTarget.value }); }} />
          <ActionButton label={`Take out reserve ${at + 1}`} size="xs" tone="quiet" onAct={() => onChange({ ...planning, reserve: reserve.filter((_, index) => index !== at) })}>Take out</ActionButton>
        </div>
      ))}
      <ActionButton
        label="Add a reserve" size="xs" tone="quiet" refusal={reserve.length >= 40 ? 'There are at most 40.' : undefined}
        onAct={() => onChange({ ...planning, reserve: [...reserve, { districtCode: DISTRICTS[6].code, days: [5, 6], from: '18:00', until: '02:00', crews: 1 }] })}
      />
    </FieldGroup>
  );
}
