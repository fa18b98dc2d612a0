// The queue's filters: a line of switches, and how to be rid of them.
import { NativeSelect } from '@mantine/core';
import { DISTRICTS } from '../../../shared/domain/district.ts';
import { GRADES } from '../../../shared/domain/grade.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { GradeShape } from '../../ui/grade-shape.tsx';
import { AGES, filterWords, NO_FILTER, type Age, type QueueFilter } from './queue-filter.ts';
import classes from './queue.module.css';

export interface FilterBarProps {
  filter: QueueFilter;
  onChange: (filter: QueueFilter) => void;
}

const AREAS = [{ value: '', label: 'every area' }, ...DISTRICTS.map(({ code, name }) => ({ value: code, label: name }))];
const AGE_CHOICES = Object.entries(AGES).map(([value, label]) => ({ value, label }));
const isAge = (value: string): value is Age => value in AGES;

export function FilterBar({ filter, onChange }: FilterBarProps) {
  const change = (part: Partial<QueueFilter>) => onChange({ ...filter, ...part });
  return (
    <div className={classes['filters']} role="group" aria-label="Filter the queue">
      <ActionButton label="Mine" size="xs" tone="quiet" pressed={filter.mine} onAct={() => change({ mine: !filter.mine })} />
      <ActionButton label="Needs action" size="xs" tone="quiet" pressed={filter.needsAction} onAct={() => change({ needsAction: !filter.needsAction })} />
      <span className={classes['grades']}>
        {GRADES.map((grade) => {
          const on = filter.grades.includes(grade);
          return (
            <ActionButton key={grade} label={`Grade ${grade}`} size="xs" tone="quiet" pressed={on} className={classes['grade-switch']}
              onAct={() => change({ grades: on ? filter.grades.filter((other) => other !== grade) : [...filter.grades, grade] })}>
              <GradeShape grade={grade} size="sm" />
            </ActionButton>
          );
        })}
      </span>
      <NativeSelect aria-label="Area" size="xs" data={AREAS} value={filter.districtCode ?? ''} onChange={({ currentTarget: { value } }) => change({ districtCode: value === '' ? null : value })} />
      <NativeSelect aria-label="Age" size="xs" data={AGE_CHOICES} value={filter.age} onChange={({ currentTarget: { value } }) => change({ age: isAge(value) ? value : 'any' })} />
      {filterWords(filter) !== '' && <ActionButton label="Show all" size="xs" onAct={() => onChange(NO_FILTER)} />}
    </div>
  );
}
