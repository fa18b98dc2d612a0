// A draft in the hand: its words, its rules and times, what was found about it, the trial, and publishing.
import { TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState } from 'react';
import { checkPolicy } from '../../shared/domain/policy-check.ts';
import { discardPolicyDraft, startPolicyDraft } from '../../shared/protocol/policies.ts';
import { Failed } from '../live/failed.tsx';
import { useSend } from '../live/send.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { Confirm } from '../ui/confirm.tsx';
import { focusAtEnd } from '../ui/focus-at-end.ts';
import { SkeletonRows } from '../ui/skeleton-rows.tsx';
import { ExportLink } from './export-link.tsx';
import { Findings } from './findings.tsx';
import classes from './policy.module.css';
import { PlanningEditor } from './planning-editor.tsx';
import { Publish } from './publish.tsx';
import { RulesEditor } from './rules-editor.tsx';
import { SendingEditor } from './sending-editor.tsx';
import { TakingEditor } from './taking-editor.tsx';
import { TimesEditor } from './times-editor.tsx';
import { Trial } from './trial.tsx';
import { useDraftPolicy, type DraftInHand } from './use-draft-policy.ts';
import { policiesKey, usePublishedBody } from './use-policies.ts';

interface Props { draftId: string; inForceId: string; onGone: () => void; onCopied: (draftId: string) => void }

export function DraftEditor({ draftId, inForceId, onGone, onCopied }: Props) {
  const { draft, error, again } = useDraftPolicy(draftId);
  const { data: inForce } = usePublishedBody(inForceId);
  const findings = useMemo(() => (draft === null ? [] : checkPolicy(draft.body)), [draft]);
  const name = useRef<HTMLInputElement>(null);
  const isHere = draft !== null;
  // Begun by a key, nothing had the focus: it goes to the first field. Whoever opened it from the list keeps theirs.
  useEffect(() => {
    if (isHere && name.current !== null && document.activeElement === document.body) focusAtEnd(name.current);
  }, [isHere]);
  if (draft === null) return error ? <Failed error={error} again={again} /> : <SkeletonRows of="the draft" rows={10} />;
  const { body, change } = draft;
  const onWhole = findings.filter(({ ruleCode }) => ruleCode === null);
  return (
    <div>
      <header className={classes['head']}>
        <h2 className={classes['title']}>Draft · {body.name.trim() || 'without a name'}</h2>
        <Kept draft={draft} onCopied={onCopied} />
        <ExportLink body={body} name="policy-draft" />
        <Discard draftId={draftId} version={draft.version} onGone={onGone} />
      </header>
      <TextInput ref={name} className={classes['draft-name'] ?? ''} label="Name" maxLength={200} value={body.name} onChange={({ currentTarget }) => change({ name: currentTarget.value })} />
      <Findings findings={onWhole} />
      <RulesEditor body={body} findings={findings} onChange={change} />
      <TimesEditor body={body} onChange={change} />
      <TakingEditor taking={body.taking} findings={findings} onChange={(taking) => change({ taking })} />
      <SendingEditor sending={body.sending} onChange={(sending) => change({ sending })} />
      <PlanningEditor planning={body.planning} onChange={(planning) => change({ planning })} />
      <Trial body={body} refusal={findings.find(({ stops }) => stops)?.says} />
      {inForce !== undefined && <Publish draftId={draftId} draft={draft} inForce={inForce.body} findings={findings} onPublished={onGone} />}
    </div>
  );
}

/** What somebody else changed is never written over: one's own goes on as a draft of its own. */
function Kept({ draft: { body, kept, problem, keepNow }, onCopied }: { draft: DraftInHand; onCopied: (draftId: string) => void }) {
  const { send } = useSend();
  const queries = useQueryClient();
  const copy = async () => {
    const id = (await send(startPolicyDraft, { body }))?.ids['draftId'];
    await queries.invalidateQueries({ queryKey: policiesKey });
    if (id !== undefined) onCopied(id);
  };
  if (problem === null) return <span className={classes['dim']} role="status">{kept ? 'Kept on the server' : 'Being kept …'}</span>;
  return (
    <span className={classes['row']} role="alert">
      <span>Not kept. {problem.sentence}</span>
      {problem.stale ? <ActionButton label="Keep mine as a draft of its own" size="xs" onAct={copy} /> : <ActionButton label="Try again" size="xs" onAct={keepNow} />}
    </span>
  );
}

function Discard({ draftId, version, onGone }: { draftId: string; version: number; onGone: () => void }) {
  const [asked, setAsked] = useState(false);
  const { send } = useSend();
  const queries = useQueryClient();
  const discard = async () => {
    if (await send(discardPolicyDraft, { draftId, expectedVersion: version }) === null) return;
    await queries.invalidateQueries({ queryKey: policiesKey });
    onGone();
  };
  if (!asked) return <ActionButton label="Throw it away" size="xs" tone="quiet" onAct={() => setAsked(true)} />;
  return <Confirm question="Throw this draft away?" confirm="Throw it away" danger onConfirm={discard} onCancel={() => setAsked(false)}>It is gone for everybody. What is published stays.</Confirm>;
}
