// Puts an alarm off to a time, with the reason; the policy says how late that may be.
import { z } from 'zod';
import { ALARM_CAUSES } from '../../../shared/domain/alarm.ts';
import { plusMinutes } from '../../../shared/domain/instant.ts';
import { putOffLimit } from '../../../shared/domain/standing-alarm.ts';
import { putOffAlarm } from '../../../shared/protocol/alarms.ts';
import { usePolicyInForce } from '../../live/policy-in-force.ts';
import { useSend } from '../../live/send.ts';
import { dayAndTime } from '../../ui/time-text.ts';
import { say } from '../../ui/toast.tsx';
import { useNow } from '../../ui/use-now.tsx';
import { InlineForm } from '../forms/inline-form.tsx';
import { readMoment } from '../../ui/local-moment.ts';
import { MomentField } from '../../ui/moment-field.tsx';
import { useFormDraft } from '../../ui/use-form-draft.ts';
import { WordsField } from '../../ui/words-field.tsx';
import type { AlarmLine } from './alarm-list.ts';

const Draft = z.object({ until: z.string(), reason: z.string() });

export function PutOffForm({ line: { alarm, incident, tail }, onClose }: { line: AlarmLine; onClose: () => void }) {
  const now = useNow();
  const { send } = useSend();
  const policy = usePolicyInForce();
  const { draft, change, clear } = useFormDraft(`${alarm.id}.put-off`, Draft, { until: '', reason: '' });
  const limit = policy === null ? null : putOffLimit(alarm.cause, policy.body, now.toISOString());
  // Nothing written is as late as may be; the seconds that the form stands open are not the writer's fault.
  const latest = limit === null ? null : plusMinutes(limit, -1);
  const read = draft.until.trim() === '' ? null : readMoment(draft.until, now, 'future');
  const until = read === null ? latest : read.at;
  const reason = draft.reason.trim();
  const refusal = reason === '' ? 'Say why it can wait: this is read later.' : until === null ? read?.problem ?? 'Write until when.'
    : limit !== null && until > limit ? `At the latest ${dayAndTime(limit, now)}.` : undefined;
  const submit = async () => {
    if (until === null || await send(putOffAlarm, { incidentId: incident.id, alarmId: alarm.id, until, reason }) === null) return;
    clear();
    onClose();
    say(`Put off until ${dayAndTime(until, now)}: ${tail} ${ALARM_CAUSES[alarm.cause].words}.`);
  };
  return (
    <InlineForm title={`Put off: ${tail} ${ALARM_CAUSES[alarm.cause].words}`} says="It is quiet until then, and comes back." submit="Put it off" onSubmit={submit} onClose={onClose} refusal={refusal}>
      <MomentField label="Until" text={draft.until} onChange={(until) => change({ until })} side="future" whenEmpty={latest === null ? '' : `as late as it may be: ${dayAndTime(latest, now)}`} placeholder="23:50" />
      <WordsField label="Why it can wait" required text={draft.reason} onChange={(reason) => change({ reason })} />
    </InlineForm>
  );
}
