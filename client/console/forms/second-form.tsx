// The second person: agrees, and it is done; or refuses with the reason; or the asker takes the question back.
import { refusalSentence } from '../../../shared/domain/refusal.ts';
import { agreeSecond, refuseSecond } from '../../../shared/protocol/incidents.ts';
import { useSend } from '../../live/send.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { useDraft } from '../../ui/drafts.ts';
import { say } from '../../ui/toast.tsx';
import { useBoard } from '../board/board.tsx';
import { askedFor } from '../incident/attention.tsx';
import type { FormProps } from './form-props.ts';
import { InlineForm } from './inline-form.tsx';
import { WordsField } from '../../ui/words-field.tsx';

export function SecondForm({ incident, requestId, onClose }: FormProps & { requestId: string }) {
  const { me } = useBoard();
  const { send } = useSend();
  const [text, setText] = useDraft(`${requestId}.second`);
  const request = incident.requests.find(({ id }) => id === requestId);
  const waits = request?.state === 'waiting';
  const own = request?.by.staffId === me.staffId;
  const reason = text.trim();
  const gone = waits ? undefined : refusalSentence({ code: 'request-not-waiting' });

  const finish = (said: string) => {
    setText('');
    onClose();
    say(said);
  };
  const agree = async () => { if (await send(agreeSecond, { incidentId: incident.id, requestId })) finish('Agreed and done.'); };
  const refuse = async () => { if (await send(refuseSecond, { incidentId: incident.id, requestId, reason })) finish(own ? 'Withdrawn.' : `Refused. Grade ${incident.grade} stands.`); };
  const needsReason = gone ?? (reason === '' ? refusalSentence({ code: 'rationale-needed' }) : undefined);
  const hesitates = reason === '' ? undefined : 'You have written why not. Refuse it, or clear what you wrote.';
  const notAgreeing = gone ?? (me.isSupervisor ? undefined : refusalSentence({ code: 'not-your-role', facts: { who: 'a supervisor' } }));

  return (
    <InlineForm
      title={request === undefined ? 'Second person' : own ? `You asked for ${askedFor(request)}` : `${request.by.name} asks for ${askedFor(request)}`}
      says={request === undefined ? undefined : `“${request.rationale}” Grade ${incident.grade} stands until somebody else agrees.`}
      submit={own ? 'Withdraw the question' : 'Agree, and do it'} onSubmit={own ? refuse : agree} onClose={onClose} refusal={own ? needsReason : notAgreeing ?? hesitates}
      actions={own ? undefined : <ActionButton label="Refuse" tone="danger" refusal={needsReason ?? notAgreeing} onAct={refuse} />}
    >
      <WordsField label={own ? 'Why' : 'Why not, if you refuse'} required={own} text={text} onChange={setText} />
    </InlineForm>
  );
}
