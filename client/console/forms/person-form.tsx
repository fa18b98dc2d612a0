// Adds a person to the incident; two people are never made one here.
import { linkPerson } from '../../../shared/protocol/incidents.ts';
import { refusalSentence } from '../../../shared/domain/refusal.ts';
import { useSend } from '../../live/send.ts';
import type { FormProps } from './form-props.ts';
import { InlineForm } from './inline-form.tsx';
import { isSomebody, NOBODY, PersonDraft, personInput, whyNotPerson } from '../../forms/person/person-draft.ts';
import { PersonWithMore } from '../../forms/person/person-with-more.tsx';
import { useFormDraft } from '../../ui/use-form-draft.ts';

const MOST_PEOPLE = 20;

export function PersonForm({ incident, onClose }: FormProps) {
  const { send } = useSend();
  const { draft, change, clear } = useFormDraft(`${incident.id}.person`, PersonDraft, NOBODY);
  const refusal = incident.people.length >= MOST_PEOPLE ? refusalSentence({ code: 'too-many-people' }) : isSomebody(draft) ? whyNotPerson(draft) : 'Say something about them first: a name, an age, who they are.';
  const submit = async () => {
    if (await send(linkPerson, { incidentId: incident.id, person: personInput(draft) }) === null) return;
    clear();
    onClose();
  };
  return (
    <InlineForm title="Add a person" submit="Add them" onSubmit={submit} onClose={onClose} refusal={refusal}>
      <PersonWithMore person={draft} onChange={change} />
    </InlineForm>
  );
}
