// How great the risk to somebody missing is.
import { Radio } from '@mantine/core';
import { MISSING_RISK_NAMES, MISSING_RISKS } from '../../../shared/domain/incident-words.ts';
import classes from './grade-form.module.css';

export function RiskChoice({ value, onChoose }: { value: string; onChoose: (risk: string) => void }) {
  return (
    <Radio.Group label="How great the risk is" required value={value} onChange={onChoose}>
      <div className={classes['grades']}>{MISSING_RISKS.map((risk) => <Radio key={risk} value={risk} label={MISSING_RISK_NAMES[risk]} />)}</div>
    </Radio.Group>
  );
}
