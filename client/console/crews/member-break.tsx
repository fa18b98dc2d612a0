// A break of somebody in a crew: begun in their name, or interrupted by name and with the reason.
import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { refusalSentence } from '../../../shared/domain/refusal.ts';
import { beginBreak, endBreak } from '../../../shared/protocol/duties.ts';
import type { DutyView } from '../../../shared/protocol/views.ts';
import { useSend } from '../../live/send.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { clockTime } from '../../ui/time-text.ts';
import { say } from '../../ui/toast.tsx';
import classes from './crews.module.css';

export function MemberBreak({ duty }: { duty: DutyView }) {
  const { send } = useSend();
  const [reason, setReason] = useState('');
  if (duty.breakUntil === null) {
    const refusal = duty.availability === 'free' ? undefined : refusalSentence({ code: 'break-while-out', facts: { who: duty.name } });
    return (
      <div className={classes['breaks']}>
        <ActionButton label={`Break for ${duty.name}`} size="xs" refusal={refusal} onAct={async () => { if (await send(beginBreak, { dutyId: duty.id, minutes: null })) say(`${duty.name} is on a break.`); }}>Break</ActionButton>
      </div>
    );
  }
  return (
    <div className={classes['breaks']}>
      <TextInput size="xs" label={`On a break until ${clockTime(duty.breakUntil)}. Interrupt it, because`} value={reason} onChange={({ currentTarget: { value } }) => setReason(value)} maxLength={2000} />
      <ActionButton
        label="Interrupt the break" size="xs" refusal={reason.trim() === '' ? 'Say why, in a few words: it is on the log.' : undefined}
        onAct={async () => { if (await send(endBreak, { dutyId: duty.id, reason: reason.trim() })) { setReason(''); say(`${duty.name} can be sent again.`, 'Ring them: the break is over on their tablet.'); } }}
      />
    </div>
  );
}
