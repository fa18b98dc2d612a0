// A call, typed while it is spoken: kept as it is typed, a grade proposed as you go, and what is known already beside it.
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
import { useMe } from '../../live/me.tsx';
import { useProposal } from '../../live/policy-in-force.ts';
import { useTaking } from '../../live/use-taking.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { focusAtEnd } from '../../ui/focus-at-end.ts';
import { ProposedGrade } from '../../ui/proposed-grade.tsx';
import { sendFromButtons } from '../../ui/submit-keys.ts';
import { TakingLine } from '../../ui/taking-line.tsx';
import { say } from '../../ui/toast.tsx';
import { useNow } from '../../ui/use-now.tsx';
import { Dock, Pane } from '../case/pane.tsx';
import { useOpened } from '../opened.tsx';
import { useRoom } from '../use-room.ts';
import classes from './raise-call.module.css';

export function RaiseCall() {
  const keeper = useOpenCall();
  return keeper === null ? <Pane title="New call">{null}</Pane> : <Page key={keeper.id} keeper={keeper} />;
}

function Page({ keeper }: { keeper: DraftKeeper }) {
  const { open } = useOpened();
  const { saving, throwAway } = useCallDrafts();
  const { draft, change } = useCall(keeper);
  const keeping = useKeeping(keeper);
  const { duty } = useMe();
  const now = useNow();
  const raise = useRaise();
  const proposal = useProposal(draft.risk);
  const taking = useTaking(draft.risk, draft.place.point, now);
  const room = useRoom();
  const page = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const words = page.current?.querySelector('textarea');
    if (words) focusAtEnd(words);
    return keeper.flush;
  }, [keeper]);

  const refusal = keeping.is === 'stopped' && keeping.why !== '' ? keeping.why : whyNotSave(draft, duty !== null, now);
  const grade = proposal?.grade ?? null;
  const openIncident = (id: string) => open({ kind: 'incident', id });
  const save = async (confirming: boolean, take = true) => {
    const input = raiseInput(draft, now);
    if (input === null) return;
    const raised = await saving(() => raise({ ...input, draftId: keeper.id }, confirming ? grade : null));
    if (raised === null) return;
    open({ kind: 'incident', id: raised.incidentId, ...(take ? {} : { form: { name: 'not-taken' as const } }) });
    say(!take ? 'The call is saved, and ours until somebody at the door keeps it by name.' : raised.confirmed === null ? 'The call is saved. Confirm its grade next (G).' : `The call is saved, Grade ${raised.confirmed}.`);
  };

  const known = <CallBeside draft={draft} change={change} draftId={keeper.id} refusal={refusal} onOpen={openIncident} />;
  const proposals = <><ProposedGrade proposal={proposal} />{taking !== null && <TakingLine proposal={taking} />}</>;
  // A phone has no room for both: the form comes first, what is known and proposed at its end.
  const small = room === 'one';
  return (
    <div ref={page} className={classes['whole']} data-form onKeyDown={sendFromButtons} onBlur={keeper.flush}>
      <Pane
        title="New call"
        closes="Later"
        actions={keeper.begun && <ThrowAway onThrow={throwAway} />}
        dock={(
          <div className={classes['dock']}>
            {!small && <KnownElsewhere>{known}</KnownElsewhere>}
            <KeepingLine keeper={keeper} />
            {!small && proposals}
            <Dock label="Save the call">
              <ActionButton label="Save" keys="Mod+Enter" tone="primary" refusal={refusal} onAct={() => save(false)} />
              {grade !== null && <ActionButton label={`Save and confirm Grade ${grade}`} keys="Mod+Shift+Enter" refusal={refusal} onAct={() => save(true)} />}
              {taking?.take === false && <ActionButton label="Save, and not take it" keys="Mod+Alt+Enter" refusal={refusal} onAct={() => save(false, false)} />}
            </Dock>
          </div>
        )}
      >
        <DraftList />
        <CallFields draft={draft} change={change} />
        {small && <div className={classes['end']}>{proposals}{known}</div>}
      </Pane>
    </div>
  );
}
