// Whose end of duty has been forgotten, it seems: told here and among the crews, without a sound; and ended for them, once it is known when they left.
import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { z } from 'zod';
import { endForgotten } from '../../../shared/protocol/duties.ts';
import type { DutyView } from '../../../shared/protocol/views.ts';
import { useLiveList } from '../../live/live-store.tsx';
import { useMe } from '../../live/me.tsx';
import { useSend } from '../../live/send.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { readMoment } from '../../ui/local-moment.ts';
import { MomentField } from '../../ui/moment-field.tsx';
import { clockTime, dayAndTime } from '../../ui/time-text.ts';
import { say } from '../../ui/toast.tsx';
import { useFormDraft } from '../../ui/use-form-draft.ts';
import { useNow } from '../../ui/use-now.tsx';
import { InlineForm } from '../forms/inline-form.tsx';
import classes from './alarms.module.css';

const Draft = z.object({ leftAt: z.string(), reason: z.string() });

export function ForgottenEnds() {
  const now = useNow();
  const me = useMe();
  const [ending, setEnding] = useState<string | null>(null);
  const forgotten = useLiveList('duty').filter(({ forgottenAt }) => forgottenAt !== null);
  if (forgotten.length === 0) return null;
  return (
    <section className={classes['on-call']} aria-label="Forgotten ends of duty">
      <h3 className={classes['incident']}>End of duty forgotten?</h3>
      <ul className={classes['forgotten']}>
        {forgotten.map((duty) => (
          <li key={duty.id}>
            <p><strong>{duty.name}</strong> on duty since {dayAndTime(duty.startedAt, now)}{duty.shift === null ? ', longer than a duty lasts' : `, the shift ended ${clockTime(duty.shift.until)}`}. Ring them: they end it on their own screen.</p>
            {duty.staffId !== me.staffId && ending !== duty.id && <ActionButton label={`End it for ${duty.name} …`} size="xs" onAct={() => setEnding(duty.id)} />}
            {ending === duty.id && <EndForThem duty={duty} onClose={() => setEnding(null)} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

function EndForThem({ duty: { id, name, startedAt, shift }, onClose }: { duty: DutyView; onClose: () => void }) {
  const now = useNow();
  const { send } = useSend();
  const { draft, change, clear } = useFormDraft(`${id}.end`, Draft, { leftAt: shift === null ? '' : clockTime(shift.until), reason: '' });
  const read = draft.leftAt.trim() === '' ? null : readMoment(draft.leftAt, now, 'past');
  const refusal = read?.problem ?? (read?.at == null ? 'Say when they left.' : read.at < startedAt ? `They came on duty ${dayAndTime(startedAt, now)}: they left after that.` : draft.reason.trim() === '' ? 'Say how you know, in a few words: it is on the log.' : undefined);
  const end = async () => {
    if (read?.at == null || await send(endForgotten, { dutyId: id, leftAt: read.at, reason: draft.reason.trim() }) === null) return;
    clear();
    onClose();
    say(`The duty of ${name} has ended.`, 'What they held is yours now.');
  };
  return (
    <InlineForm title={`End the duty of ${name}`} says="What they hold comes to you, by name. A task that they are still on is stood down first." submit="End it for them" onSubmit={end} onClose={onClose} refusal={refusal}>
      <MomentField label="They left" text={draft.leftAt} onChange={(leftAt) => change({ leftAt })} side="past" required whenEmpty="their rest counts from then" />
      <Textarea label="How you know, and why it is ended for them" required value={draft.reason} onChange={({ currentTarget: { value } }) => change({ reason: value })} autosize minRows={2} maxLength={2000} placeholder="Rung at home: left at six, tablet in the car" />
    </InlineForm>
  );
}
