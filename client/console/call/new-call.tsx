// Taking a call: one page from the first word to saved, without a mouse; Esc keeps it all for later.
import { useEffect, useRef, useState } from 'react';
import { useCallDrafts, useKeeping } from '../../live/call-drafts.tsx';
import type { DraftKeeper } from '../../live/draft-keeper.ts';
import { useProposal } from '../../live/policy-in-force.ts';
import { useTaking } from '../../live/use-taking.ts';
import { TakingLine } from '../../ui/taking-line.tsx';
import { ProposedGrade } from '../../ui/proposed-grade.tsx';
import { ActionButton } from '../../ui/action-button.tsx';
import { FieldGroup } from '../../ui/field.tsx';
import { focusAtEnd } from '../../ui/focus-at-end.ts';
import { HotkeyScope } from '../../ui/hotkey-scope.tsx';
import { Panel } from '../../ui/panel.tsx';
import { say } from '../../ui/toast.tsx';
import { useNow } from '../../ui/use-now.tsx';
import { useBoard } from '../board/board.tsx';
import { useConsole } from '../console-state.tsx';
import { PlaceFields } from '../forms/place-fields.tsx';
import { FlagFields, QuestionFields } from '../forms/risk-fields.tsx';
import { sendFromButtons } from '../forms/submit-keys.ts';
import { ToldFields } from '../forms/told-fields.tsx';
import { WordsField } from '../forms/words-field.tsx';
import { Beside } from './beside/beside.tsx';
import { raiseInput, whyNotSave } from './call-draft.ts';
import { CallerSection } from './caller-section.tsx';
import { DraftList } from './draft-list.tsx';
import { KeepingLine } from './keeping-line.tsx';
import { PeopleSection } from './people-section.tsx';
import { useCall } from './use-call.ts';
import { useRaise } from './use-raise.ts';
import classes from './call.module.css';

export function NewCall() {
  const { keeper, start } = useCallDrafts();
  const begun = useRef(false);
  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    void start();
  });
  return <HotkeyScope name="New call">{keeper === null ? <Panel title="New call">{null}</Panel> : <Page key={keeper.id} keeper={keeper} />}</HotkeyScope>;
}

function Page({ keeper }: { keeper: DraftKeeper }) {
  const { leaveCall, openIncident, openForm } = useConsole();
  const { saved, throwAway } = useCallDrafts();
  const { draft, change } = useCall(keeper);
  const keeping = useKeeping(keeper);
  const { onDuty } = useBoard();
  const now = useNow();
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
    const raised = await raise({ ...input, draftId: keeper.id }, confirming ? grade : null);
    if (raised === null) return;
    saved();
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
        <div className={classes['page']}>
          <FieldGroup name="What is happening">
            <WordsField label="In the caller’s words" required text={draft.summary} onChange={(summary) => change({ summary })} minRows={3} />
          </FieldGroup>
          <FieldGroup name="Where"><PlaceFields draft={draft.place} onChange={(part) => change({ place: { ...draft.place, ...part } })} /></FieldGroup>
          <PeopleSection people={draft.people} onChange={(people) => change({ people })} />
          <FieldGroup name="Ask" hint="Y, N and X answer: yes, no, not known. What is not known never lowers a grade.">
            <QuestionFields draft={draft.risk} door={draft.door} onChange={(part) => change({ risk: { ...draft.risk, ...part } })} />
            <FlagFields draft={draft.risk} onChange={(part) => change({ risk: { ...draft.risk, ...part } })} />
          </FieldGroup>
          <CallerSection draft={draft} onChange={change} />
          <FieldGroup name="What the caller was told"><ToldFields draft={draft.told} onChange={(part) => change({ told: { ...draft.told, ...part } })} autoFocus={false} /></FieldGroup>
        </div>
        <div className={classes['foot']}>
          <Beside draft={draft} change={change} draftId={keeper.id} stopped={keeping.is === 'stopped' && keeping.why !== '' ? keeping.why : undefined} />
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

/** Two presses: what somebody has said on the phone is not said twice. */
function ThrowAway({ onThrow }: { onThrow: () => void }) {
  const [asked, setAsked] = useState(false);
  const frame = useRef<HTMLSpanElement>(null);
  // The button that had the focus is gone: the harmless one has it.
  useEffect(() => {
    if (document.activeElement === document.body) frame.current?.querySelectorAll('button')[asked ? 1 : 0]?.focus();
  }, [asked]);
  return (
    <span ref={frame} className={classes['throw']}>
      {asked && <ActionButton label="Throw it all away" size="xs" tone="danger" onAct={onThrow} />}
      {asked ? <ActionButton key="keep" label="Keep it" size="xs" tone="quiet" onAct={() => setAsked(false)} /> : <ActionButton key="throw" label="Throw away" size="xs" tone="quiet" onAct={() => setAsked(true)} />}
    </span>
  );
}
