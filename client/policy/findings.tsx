// What was found about a policy: what stops its being published, and what somebody should look at first.
import { IconAlertTriangle, IconCircleX } from '@tabler/icons-react';
import type { PolicyFinding } from '../../shared/domain/policy-check.ts';
import classes from './policy.module.css';

export function Findings({ findings }: { findings: readonly PolicyFinding[] }) {
  if (findings.length === 0) return null;
  return (
    <ul className={classes['findings']}>
      {findings.map(({ stops, says }) => (
        <li key={says} data-stops={stops || undefined}>
          {stops ? <IconCircleX size={14} aria-hidden /> : <IconAlertTriangle size={14} aria-hidden />}
          <span>{stops ? '' : 'Look at this: '}{says}</span>
        </li>
      ))}
    </ul>
  );
}
