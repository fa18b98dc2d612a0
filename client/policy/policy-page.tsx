// The grading policy: what is in force and what was, for whoever grades by it; drafts, for the supervisor who writes the next.
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { readPolicy, startPolicyDraft, type DraftLineView, type PolicyLineView } from '../../shared/protocol/policies.ts';
import type { DraftPolicy } from '../../shared/domain/policy.ts';
import { call } from '../live/api.ts';
import { Failed } from '../live/failed.tsx';
import { useMe } from '../live/me.tsx';
import { useSend } from '../live/send.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { SkeletonRows } from '../ui/skeleton-rows.tsx';
import { dayAndTime } from '../ui/time-text.ts';
import { useNow } from '../ui/use-now.tsx';
import { DraftEditor } from './draft-editor.tsx';
import { ImportButton } from './import-button.tsx';
import classes from './policy.module.css';
import { PolicyText } from './policy-text.tsx';
import { policiesKey, useDrafts, usePublished } from './use-policies.ts';

type Opened = { kind: 'published' | 'draft'; id: string } | null;

export function PolicyPage() {
  const mayEdit = useMe().roles.includes('supervisor');
  const { data: published, error, refetch } = usePublished();
  const { data: drafts = [] } = useDrafts(mayEdit);
  const [opened, setOpened] = useState<Opened>(null);
  const place = useRef<HTMLDivElement>(null);
  // The draft's buttons go with it: the focus stays where it was.
  const gone = () => {
    setOpened(null);
    place.current?.focus({ preventScroll: true });
  };
  const queries = useQueryClient();
  const { send } = useSend();
  const inForce = published?.find(({ standing }) => standing === 'in-force');
  const shown = opened ?? (inForce === undefined ? null : { kind: 'published' as const, id: inForce.id });

  const start = async (body: DraftPolicy) => {
    const done = await send(startPolicyDraft, { body });
    await queries.invalidateQueries({ queryKey: policiesKey });
    const id = done?.ids['draftId'];
    if (id !== undefined) setOpened({ kind: 'draft', id });
  };
  const fromInForce = async () => {
    if (inForce === undefined) return;
    const { body } = await call(readPolicy, { policyId: inForce.id });
    await start(body);
  };
  if (error && published === undefined) return <Failed error={error} again={refetch} />;
  if (published === undefined) return <SkeletonRows of="the grading policy" rows={10} />;
  return (
    <div className={classes['page']}>
      <nav className={classes['list']} aria-label="Policies">
        {mayEdit && (
          <section>
            <h2 className={classes['heading']}>Drafts</h2>
            {drafts.length === 0 && <p className={classes['dim']}>None. A draft grades nobody until it is published.</p>}
            {drafts.map((draft) => <DraftLine key={draft.id} draft={draft} current={shown?.id === draft.id} onOpen={() => setOpened({ kind: 'draft', id: draft.id })} />)}
            <div className={classes['row']}>
              <ActionButton label="New draft" keys="N" onAct={fromInForce} refusal={inForce === undefined ? 'No policy is in force.' : undefined} />
              <ImportButton onRead={start} />
            </div>
          </section>
        )}
        <section>
          <h2 className={classes['heading']}>Published</h2>
          {published.map((line) => <PublishedLine key={line.id} line={line} current={shown?.id === line.id} onOpen={() => setOpened({ kind: 'published', id: line.id })} />)}
        </section>
      </nav>
      <div ref={place} className={classes['shown']} tabIndex={-1}>
        {shown?.kind === 'published' && <PolicyText key={shown.id} policyId={shown.id} />}
        {shown?.kind === 'draft' && inForce !== undefined && <DraftEditor key={shown.id} draftId={shown.id} inForceId={inForce.id} onGone={gone} onCopied={(id) => setOpened({ kind: 'draft', id })} />}
      </div>
    </div>
  );
}

const STANDING: Record<PolicyLineView['standing'], string> = { 'in-force': 'in force', 'to-come': 'comes into force', past: 'was in force from', never: 'never came into force; was to from' };

function PublishedLine({ line: { version, name, fromAt, publishedBy, standing }, current, onOpen }: { line: PolicyLineView; current: boolean; onOpen: () => void }) {
  const now = useNow();
  return (
    <button type="button" className={classes['line']} aria-current={current || undefined} onClick={onOpen}>
      <strong>Version {version} · {name}</strong>
      <span className={classes['dim']}>{STANDING[standing]}{publishedBy !== null && ` ${standing === 'in-force' ? 'since ' : ''}${dayAndTime(fromAt, now)} · ${publishedBy}`}{publishedBy === null && standing !== 'in-force' && ' the beginning'}</span>
    </button>
  );
}

function DraftLine({ draft: { name, changedAt, changedBy }, current, onOpen }: { draft: DraftLineView; current: boolean; onOpen: () => void }) {
  const now = useNow();
  return (
    <button type="button" className={classes['line']} aria-current={current || undefined} onClick={onOpen}>
      <strong>{name.trim() || 'Without a name'}</strong>
      <span className={classes['dim']}>{changedBy}, {dayAndTime(changedAt, now)}</span>
    </button>
  );
}
