// Vulnerability flags, and whether somebody is missing with which risk: needs to be known, never a staff-safety warning.
import { Checkbox, NativeSelect } from '@mantine/core';
import { FLAG_NAMES, MISSING_RISK_NAMES, MISSING_RISKS, VULNERABILITY_FLAGS } from '../../../shared/domain/incident-words.ts';
import { FieldGroup } from '../../ui/field.tsx';
import type { CallForm } from './call-draft.ts';
import classes from './flag-fields.module.css';

export function FlagFields({ call: { flags, missingRisk }, change }: CallForm) {
  return (
    <FieldGroup name="Vulnerable, or missing">
      <div className={classes['flags']}>
        {VULNERABILITY_FLAGS.map((flag) => (
          <Checkbox
            key={flag}
            label={FLAG_NAMES[flag]}
            checked={flags.includes(flag)}
            onChange={(event) => change({ flags: event.currentTarget.checked ? [...flags, flag] : flags.filter((other) => other !== flag) })}
          />
        ))}
        <NativeSelect
          aria-label="Missing"
          value={missingRisk ?? ''}
          onChange={(event) => change({ missingRisk: MISSING_RISKS.find((risk) => risk === event.currentTarget.value) ?? null })}
          data={[{ value: '', label: 'Nobody is missing' }, ...MISSING_RISKS.map((risk) => ({ value: risk, label: `Missing, ${MISSING_RISK_NAMES[risk]}` }))]}
        />
      </div>
    </FieldGroup>
  );
}
