// For each person named: seen, or not seen. Nobody is left unsaid.
import { SegmentedControl } from '@mantine/core';
import { useId } from 'react';
import { z } from 'zod';
import type { IncidentView } from '../../../shared/protocol/views.ts';
import classes from './forms.module.css';

/** By person; who is missing from it has not been said yet. */
export const Sighting = z.record(z.string(), z.boolean());
export type Sighting = z.infer<typeof Sighting>;

export const seenIds = ({ people }: IncidentView, sighting: Sighting): string[] => people.filter(({ personId }) => sighting[personId] === true).map(({ personId }) => personId);
export const notSeenIds = ({ people }: IncidentView, sighting: Sighting): string[] => people.filter(({ personId }) => sighting[personId] === false).map(({ personId }) => personId);
export const saysAll = ({ people }: IncidentView, sighting: Sighting): boolean => people.every(({ personId }) => sighting[personId] !== undefined);

const CHOICES = [{ value: 'seen', label: 'Seen' }, { value: 'not-seen', label: 'Not seen' }, { value: '', label: '?' }];

export interface SightingFieldsProps {
  incident: IncidentView;
  sighting: Sighting;
  onChange: (sighting: Sighting) => void;
}

export function SightingFields({ incident, sighting, onChange }: SightingFieldsProps) {
  if (incident.people.length === 0) return <p className={classes['nobody']}>Nobody is named in this incident. Whoever was met can be added first (L).</p>;
  return (
    <div className={classes['questions']}>
      {incident.people.map((person) => (
        <PersonSighting
          key={person.personId} label={`${person.name}, ${person.isChild ? 'child, ' : ''}${person.age}`} seen={sighting[person.personId]}
          onChange={(seen) => {
            const { [person.personId]: _before, ...others } = sighting;
            onChange(seen === undefined ? others : { ...others, [person.personId]: seen });
          }}
        />
      ))}
    </div>
  );
}

function PersonSighting({ label, seen, onChange }: { label: string; seen: boolean | undefined; onChange: (seen: boolean | undefined) => void }) {
  const labelId = useId();
  return (
    <div className={classes['question']}>
      <span id={labelId}>{label}</span>
      <SegmentedControl
        aria-labelledby={labelId} data={CHOICES} value={seen === undefined ? '' : seen ? 'seen' : 'not-seen'}
        onChange={(value) => onChange(value === '' ? undefined : value === 'seen')}
      />
    </div>
  );
}
