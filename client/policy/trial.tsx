// The draft tried on the last incidents: which would have been graded otherwise, by which rules. Nothing is changed by it.
import { NativeSelect, Table } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import type { DraftPolicy } from '../../shared/domain/policy.ts';
import { tryPolicy, type TrialView } from '../../shared/protocol/policies.ts';
import { call, sentenceOf } from '../live/api.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { FieldGroup } from '../ui/field.tsx';
import { GradeShape } from '../ui/grade-shape.tsx';
import { dayAndTime } from '../ui/time-text.ts';
import { useNow } from '../ui/use-now.tsx';
import classes from './policy.module.css';

const LAST = ['50', '200', '1000'];

export function Trial({ body, refusal }: { body: DraftPolicy; refusal: string | undefined }) {
  const [last, setLast] = useState('200');
  const [done, setDone] = useState<{ of: DraftPolicy; trial: TrialView } | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const run = async () => {
    try {
      setDone({ of: body, trial: await call(tryPolicy, { body, last: Number(last) }) });
      setProblem(null);
    } catch (error) {
      setProblem(sentenceOf(error));
    }
  };
  return (
    <FieldGroup name="Try it" hint="On what is known now of the last incidents that you may see, beside what the policy in force proposes for the same. Nothing is changed.">
      <div className={classes['row']}>
        <NativeSelect size="xs" aria-label="On how many" data={LAST.map((value) => ({ value, label: `the last ${value} incidents` }))} value={last} onChange={({ currentTarget }) => setLast(currentTarget.value)} />
        <ActionButton label="Try it" keys="Mod+Shift+T" size="xs" onAct={run} refusal={refusal} />
      </div>
      {problem !== null && <p role="alert">{problem}</p>}
      {done !== null && <Differing trial={done.trial} outdated={JSON.stringify(done.of) !== JSON.stringify(body)} />}
    </FieldGroup>
  );
}

function Differing({ trial: { tried, stricter, later, differing }, outdated }: { trial: TrialView; outdated: boolean }) {
  const now = useNow();
  return (
    <div role="status">
      <p className={classes['plain']}>
        Of {tried} {tried === 1 ? 'incident' : 'incidents'}, {differing.length === 0 ? 'none would be graded otherwise.' : `${differing.length} would be graded otherwise: ${stricter} stricter, ${later} later.`}
        {outdated && <strong> The draft has changed since: try it again.</strong>}
      </p>
      {differing.length > 0 && (
        <Table className={classes['table'] ?? ''}>
          <Table.Thead><Table.Tr><Table.Th>Incident</Table.Th><Table.Th>Given</Table.Th><Table.Th>The policy in force</Table.Th><Table.Th>This draft</Table.Th></Table.Tr></Table.Thead>
          <Table.Tbody>
            {differing.map(({ incidentId, ref, reportedAt, given, inForce, tried: other }) => (
              <Table.Tr key={incidentId}>
                <Table.Td><Link href={`/console?incident=${incidentId}`}>{ref}</Link><br /><span className={classes['dim']}>{dayAndTime(reportedAt, now)}</span></Table.Td>
                <Table.Td><GradeShape grade={given} size="sm" /></Table.Td>
                <Table.Td><Proposed of={inForce} /></Table.Td>
                <Table.Td><Proposed of={other} /></Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </div>
  );
}

const Proposed = ({ of: { grade, reasons } }: { of: TrialView['differing'][number]['inForce'] }) => (
  <span className={classes['proposed']}><GradeShape grade={grade} size="sm" /> <span>{reasons.filter((reason) => reason.grade === grade).map(({ because }) => because).join('; ')}</span></span>
);
