// A call, typed while it is spoken: what matters first, a grade proposed as you go, and the notes about whoever is named.
import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { refusalSentence } from '../../../shared/domain/refusal.ts';
import { DOOR_NAMES, DOORS } from '../../../shared/domain/incident-words.ts';
import { raiseIncident } from '../../../shared/protocol/incidents.ts';
import { useServerNow } from '../../live/live-store.tsx';
import { useMe } from '../../live/me.tsx';
import { useProposal } from '../../live/policy-in-force.ts';
import { useSend } from '../../live/send.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { FieldGroup, FieldRow } from '../../ui/field.tsx';
import { focusAtEnd } from '../../ui/focus-at-end.ts';
import { ProposedGrade } from '../../ui/proposed-grade.tsx';
import { say } from '../../ui/toast.tsx';
import { Dock, Pane } from '../case/pane.tsx';
import { useOpened } from '../opened.tsx';
import { AnswersFields } from './answers-fields.tsx';
import { useCallDraft } from './call-draft.ts';
import { raiseInput, whyNotRaised } from './call-input.ts';
import { DeskBeside } from './desk-beside.tsx';
import { FlagFields } from './flag-fields.tsx';
import { PeopleFields } from './people-fields.tsx';
import classes from './raise-call.module.css';
import { WhereFields } from './where-fields.tsx';

export function RaiseCall() {
  const serverNow = useServerNow();
  const { duty } = useMe();
  const { send } = useSend();
  const { back, open } = useOpened();
  const form = useCallDraft();
  const { call, change, clear } = form;
  const proposal = useProposal(call);
  const words = useRef<HTMLTextAreaElement>(null);
  useEffect(() => { if (words.current) focusAtEnd(words.current); }, []);
  const refusal = duty === null ? refusalSentence({ code: 'not-on-duty' }) : whyNotRaised(call, serverNow());

  const raise = async () => {
    const done = await send(raiseIncident, { ...raiseInput(call, serverNow()), alike: { sameAsId: null, otherThanIds: call.otherThanIds } });
    if (done === null) return;
    clear();
    say('Raised. The clock runs from the report.');
    const id = done.ids['incidentId'];
    if (id === undefined) back();
    else open({ kind: 'incident', id });
  };

  return (
    <Pane
      title="New call"
      actions={<ActionButton label="Clear" tone="quiet" size="xs" onAct={clear} />}
      dock={(
        <>
          <DeskBeside {...form} refusal={refusal} />
          <div className={classes['proposal']}><ProposedGrade proposal={proposal} /></div>
          <Dock label="Raise the call">
            <ActionButton label="Raise it" keys="Mod+Enter" tone="primary" refusal={refusal} onAct={raise} />
            <ActionButton label="Later, keep it" tone="quiet" onAct={back} />
          </Dock>
        </>
      )}
    >
      <FieldGroup name="Reported">
        <Textarea label="What is said" required value={call.summary} onChange={(event) => change({ summary: event.currentTarget.value })} autosize minRows={3} maxRows={10} ref={words} />
        <FieldRow>
          <NativeSelect
            label="Through"
            value={call.door}
            onChange={(event) => change({ door: DOORS.find((door) => door === event.currentTarget.value) ?? 'edt' })}
            data={DOORS.map((door) => ({ value: door, label: DOOR_NAMES[door] }))}
          />
          <TextInput label="When (empty: just now)" type="datetime-local" value={call.reportedAt} onChange={(event) => change({ reportedAt: event.currentTarget.value })} />
        </FieldRow>
      </FieldGroup>
      <PeopleFields {...form} />
      <WhereFields {...form} />
      <FieldGroup name="Caller">
        <FieldRow>
          <TextInput label="Name" autoComplete="off" value={call.callerName} onChange={(event) => change({ callerName: event.currentTarget.value })} />
          <TextInput label="Phone" autoComplete="off" inputMode="tel" value={call.callerPhone} onChange={(event) => change({ callerPhone: event.currentTarget.value })} />
          <TextInput label="Agency" autoComplete="off" value={call.callerAgency} onChange={(event) => change({ callerAgency: event.currentTarget.value })} />
          <TextInput label="Their reference" autoComplete="off" value={call.callerReference} onChange={(event) => change({ callerReference: event.currentTarget.value })} />
        </FieldRow>
      </FieldGroup>
      <FlagFields {...form} />
      <AnswersFields {...form} />
    </Pane>
  );
}
