// When calls are taken: hours by weekday, bank holidays, the areas served, and what is left with whoever rang.
import { Checkbox, TextInput } from '@mantine/core';
import type { PolicyFinding } from '../../shared/domain/policy-check.ts';
import type { DraftPolicy } from '../../shared/domain/policy.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { FieldGroup } from '../ui/field.tsx';
import { ConditionFields } from './condition-fields.tsx';
import { Findings } from './findings.tsx';
import classes from './policy.module.css';

type Taking = DraftPolicy['taking'];
const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const;

export function TakingEditor({ taking, findings, onChange }: { taking: Taking; findings: readonly PolicyFinding[]; onChange: (taking: Taking) => void }) {
  const { hours, notWhen } = taking;
  const putHours = (at: number, part: Partial<Taking['hours'][number]>) => onChange({ ...taking, hours: hours.map((old, index) => (index === at ? { ...old, ...part } : old)) });
  const putNot = (at: number, part: Partial<Taking['notWhen'][number]>) => onChange({ ...taking, notWhen: notWhen.map((old, index) => (index === at ? { ...old, ...part } : old)) });
  return (
    <FieldGroup name="Taken" hint={hours.length === 0 ? 'No hours are named: calls are taken at any hour.' : 'An ending that is not later than its beginning is on the next day.'}>
      <span className={classes['ticks']}>
        <Checkbox size="xs" label="In the areas served only" checked={taking.servedAreasOnly} onChange={({ currentTarget }) => onChange({ ...taking, servedAreasOnly: currentTarget.checked })} />
        <Checkbox size="xs" label="All day on bank holidays" checked={taking.bankHolidaysAllDay} onChange={({ currentTarget }) => onChange({ ...taking, bankHolidaysAllDay: currentTarget.checked })} />
      </span>
      {hours.map(({ days, from, until }, at) => (
        <div key={`hours ${at}`} className={classes['condition']} role="group" aria-label={`Hours ${at + 1}`}>
          <span className={classes['ticks']}>
            {DAYS.map((name, day) => (
              <Checkbox
                key={name} size="xs" label={name} checked={days.includes(day)} disabled={days.length === 1 && days.includes(day)}
                onChange={({ currentTarget }) => putHours(at, { days: DAYS.map((_, one) => one).filter((one) => (one === day ? currentTarget.checked : days.includes(one))) })}
              />
            ))}
          </span>
          <TextInput size="xs" type="time" aria-label="From" value={from} onChange={({ currentTarget }) => { if (currentTarget.value !== '') putHours(at, { from: currentTarget.value }); }} />
          <TextInput size="xs" type="time" aria-label="Until" value={until} onChange={({ currentTarget }) => { if (currentTarget.value !== '') putHours(at, { until: currentTarget.value }); }} />
          <ActionButton label={`Take out hours ${at + 1}`} size="xs" tone="quiet" onAct={() => onChange({ ...taking, hours: hours.filter((_, index) => index !== at) })}>Take out</ActionButton>
        </div>
      ))}
      <ActionButton label="Add hours" size="xs" tone="quiet" onAct={() => onChange({ ...taking, hours: [...hours, { days: [1, 2, 3, 4, 5], from: '17:00', until: '08:45' }] })} refusal={hours.length >= 20 ? 'There are at most 20.' : undefined} />
      {notWhen.map((ground, at) => (
        <div key={ground.code} className={classes['rule']} role="group" aria-label={`Not taken ${at + 1}`}>
          <div className={classes['rule-head']}>
            <span className={classes['and']}>Not taken:</span>
            <TextInput size="xs" aria-label={`Why it is not taken ${at + 1}`} placeholder="Why, as it is said to the caller" maxLength={200} value={ground.because} onChange={({ currentTarget }) => putNot(at, { because: currentTarget.value })} />
            <ActionButton label={`Take out ground ${at + 1}`} size="xs" tone="quiet" onAct={() => onChange({ ...taking, notWhen: notWhen.filter((_, index) => index !== at) })}>Take out</ActionButton>
          </div>
          <ConditionFields rule={`Not taken ${at + 1}`} when={ground.when} onChange={(when) => putNot(at, { when })} />
          <Findings findings={findings.filter(({ ruleCode }) => ruleCode === ground.code)} />
        </div>
      ))}
      <ActionButton label="Add a ground for not taking" size="xs" tone="quiet" onAct={() => onChange({ ...taking, notWhen: [...notWhen, { code: `not-${crypto.randomUUID().slice(0, 8)}`, when: [], because: '' }] })} refusal={notWhen.length >= 40 ? 'There are at most 40.' : undefined} />
    </FieldGroup>
  );
}
