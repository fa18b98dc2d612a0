// Taking a call: one page from the first word to saved, without a mouse; Esc keeps it all for later.
import { useEffect, useRef } from 'react';
import { CallBeside } from '../../forms/call/call-beside.tsx';
import { raiseInput, whyNotSave } from '../../forms/call/call-draft.ts';
import { CallFields } from '../../forms/call/call-fields.tsx';
import { DraftList } from '../../forms/call/draft-list.tsx';
import { KeepingLine } from '../../forms/call/keeping-line.tsx';
import { KnownElsewhere } from '../../forms/call/known-elsewhere.tsx';
import { ThrowAway } from '../../forms/call/throw-away.tsx';
import { useOpenCall } from '../../forms/call/use-open-call.ts';
import { useCall } from '../../forms/call/use-call.ts';
import { useRaise } from '../../forms/call/use-raise.ts';
import { useCallDrafts, useKeeping } from '../../live/call-drafts.tsx';
import type { DraftKeeper } from '../../live/draft-keeper.ts';
import { useProposal } from '../../live/policy-in-force.ts';
import { useTaking } from '../../live/use-taking.ts';
import { TakingLine } from '../../ui/taking-line.tsx';
import { ProposedGrade } from '../../ui/proposed-grade.tsx';
import { ActionButton } from '../../ui/action-button.tsx';
import { focusAtEnd } from '../../ui/focus-at-end.ts';
import { HotkeyScope } from '../../ui/hotkey-scope.tsx';
import { Panel } from '../../ui/panel.tsx';
import { sendFromButtons } from '../../ui/submit-keys.ts';
import { say } from '../../ui/toast.tsx';
import { useNow } from '../../ui/use-now.tsx';
import { useBoard } from '../board/board.tsx';
import { useConsole } from '../console-state.tsx';
import { usePinOnMap } from '../map/use-pin-on-map.ts';
import classes from '../../forms/call/call.module.css';

export function NewCall() {
  const keeper = useOpenCall();
  return <HotkeyScope name="New call">{keeper === null ? <Panel title="New call">{null}</Panel> : <Page key={keeper.id} keeper={keeper} />}</HotkeyScope>;
}

function Page({ keeper }: { keeper: DraftKeeper }) {
  const { leaveCall, openIncident, openForm } = useConsole();
  const { saving, throwAway } = useCallDrafts();
  const { draft, change } = useCall(keeper);
  const keeping = useKeeping(keeper);
  const { onDuty } = useBoard();
  const now = useNow();
  const pin = usePinOnMap();
  const raise = useRaise();
  const proposal = useProposal(draft.risk);
  const taking = useTaking(draft.risk, draft.place.point, now);
  const page = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const words = page.current?.querySelector('textarea');
    if (words) focusAtEnd(words);
    return keeper.flush;
  }, [keeper]);

  const refusal = keeping.is === 'stopped' && keeping.why !== '' ? keeping.why : whyNotSave(draft, onDuty, now);
  const grade = proposal?.grade ?? null;
  const save = async (confirming: boolean, take = true) => {
    const input = raiseInput(draft, now);
    if (input === null) return;
    const raised = await saving(() => raise({ ...input, draftId: keeper.id }, confirming ? grade : null));
    if (raised === null) return;
    openIncident(raised.incidentId);
    if (!take) {
      openForm({ name: 'not-taken' });
      say('The call is saved, and ours until somebody at the door keeps it by name.');
      return;
    }
    say(raised.confirmed === null ? 'The call is saved. Confirm its grade next (G).' : `The call is saved, Grade ${raised.confirmed}.`);
  };
  return (
    <Panel
      title="New call"
      actions={(
        <>
          {keeper.begun && <ThrowAway onThrow={throwAway} />}
          <ActionButton label="Later" keys="Escape" size="xs" tone="quiet" onAct={leaveCall} />
        </>
      )}
    >
      <div ref={page} data-form onKeyDown={sendFromButtons} onBlur={keeper.flush}>
        <DraftList />
        <CallFields draft={draft} change={change} pin={pin} />
        <div className={classes['foot']}>
          <KnownElsewhere><CallBeside draft={draft} change={change} draftId={keeper.id} refusal={refusal} onOpen={openIncident} /></KnownElsewhere>
          <KeepingLine keeper={keeper} />
          <ProposedGrade proposal={proposal} />
          {taking !== null && <TakingLine proposal={taking} />}
          <div className={classes['save']}>
            <ActionButton label="Save" keys="Mod+Enter" tone="primary" refusal={refusal} onAct={() => save(false)} />
            {grade !== null && <ActionButton label={`Save and confirm Grade ${grade}`} keys="Mod+Shift+Enter" refusal={refusal} onAct={() => save(true)} />}
            {taking?.take === false && <ActionButton label="Save, and not take it" keys="Mod+Alt+Enter" refusal={refusal} onAct={() => save(false, false)} />}
          </div>
        </div>
      </div>
    </Panel>
  );
}
