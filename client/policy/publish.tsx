// Publishing a draft, with a second look: what it changes, from when on, and that it can never be changed again.
import { TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { SOONEST_MINUTES } from '../../shared/domain/decide-policy.ts';
import { plusMinutes } from '../../shared/domain/instant.ts';
import type { PolicyFinding } from '../../shared/domain/policy-check.ts';
import { policyChanges } from '../../shared/domain/policy-words.ts';
import type { DraftPolicy } from '../../shared/domain/policy.ts';
import { refusalSentence } from '../../shared/domain/refusal.ts';
import { publishPolicy } from '../../shared/protocol/policies.ts';
import { useServerNow } from '../live/live-store.tsx';
import { policyKey } from '../live/policy-in-force.ts';
import { useSend } from '../live/send.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { Confirm } from '../ui/confirm.tsx';
import { instantAt } from '../ui/london-wall-time.ts';
import { say } from '../ui/toast.tsx';
import type { DraftInHand } from './use-draft-policy.ts';
import { policiesKey } from './use-policies.ts';
import classes from './policy.module.css';

interface Props { draftId: string; draft: DraftInHand; inForce: DraftPolicy; findings: readonly PolicyFinding[]; onPublished: () => void }

export function Publish({ draftId, draft: { body, version, kept }, inForce, findings, onPublished }: Props) {
  const [looking, setLooking] = useState(false);
  const [from, setFrom] = useState('');
  const serverNow = useServerNow();
  const queries = useQueryClient();
  const { send } = useSend();
  const changes = policyChanges(inForce, body);
  const stop = findings.find(({ stops }) => stops);
  const fromAt = from === '' ? null : instantAt(from);
  const early = from !== '' && (fromAt === null || fromAt < plusMinutes(serverNow(), SOONEST_MINUTES));
  const notYet = stop?.says ?? (changes.length === 0 ? 'It says the same as the policy in force.' : kept ? undefined : 'It is being kept. One moment.');

  const publish = async () => {
    const done = await send(publishPolicy, { draftId, expectedVersion: version, fromAt });
    if (done === null) return;
    await queries.invalidateQueries({ queryKey: policiesKey });
    await queries.invalidateQueries({ queryKey: policyKey });
    say('Published.', fromAt === null ? 'It comes into force in a minute.' : 'It comes into force at its time.');
    onPublished();
  };
  if (!looking) return <ActionButton label="Look at what changes, and publish" keys="Mod+Enter" tone="primary" refusal={notYet} onAct={() => setLooking(true)} />;
  return (
    <Confirm question="Publish this policy? It can never be changed afterwards, only followed by another." confirm="Publish" onConfirm={publish} onCancel={() => setLooking(false)} refusal={notYet ?? (early ? refusalSentence({ code: 'policy-from-too-soon' }) : undefined)}>
      <p className={classes['plain']}>From then on every grade is proposed by it, and every new target and warning is its own. Deadlines that stand already stay, until somebody grades anew.</p>
      <ul className={classes['changes']}>{changes.map((change) => <li key={change}>{change}</li>)}</ul>
      {findings.length > 0 && <p className={classes['plain']}><strong>{findings.length === 1 ? 'One thing was' : `${findings.length} things were`} pointed at in it: look at {findings.length === 1 ? 'it' : 'them'} first.</strong></p>}
      <TextInput className={classes['from'] ?? ''} type="datetime-local" label="From (empty: in a minute)" value={from} onChange={({ currentTarget }) => setFrom(currentTarget.value)} />
    </Confirm>
  );
}
