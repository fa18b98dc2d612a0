// Everything that is asked while a call is taken, in the order in which a caller speaks.
import { FieldGroup } from '../../ui/field.tsx';
import { WordsField } from '../../ui/words-field.tsx';
import { ToldFields } from '../owed/told-fields.tsx';
import { PlaceFields, type PinOnMap } from '../place/place-fields.tsx';
import { FlagFields, QuestionFields } from '../risk/risk-fields.tsx';
import type { CallDraft } from './call-draft.ts';
import { CallerSection } from './caller-section.tsx';
import { PeopleSection } from './people-section.tsx';
import classes from './call.module.css';

export interface CallFieldsProps {
  draft: CallDraft;
  change: (part: Partial<CallDraft>) => void;
  pin?: PinOnMap;
}

export function CallFields({ draft, change, pin }: CallFieldsProps) {
  return (
    <div className={classes['page']}>
      <FieldGroup name="What is happening">
        <WordsField label="In the caller’s words" required text={draft.summary} onChange={(summary) => change({ summary })} minRows={3} />
      </FieldGroup>
      <FieldGroup name="Where"><PlaceFields draft={draft.place} onChange={(part) => change({ place: { ...draft.place, ...part } })} {...(pin === undefined ? {} : { pin })} /></FieldGroup>
      <PeopleSection people={draft.people} onChange={(people) => change({ people })} />
      <FieldGroup name="Ask" hint="Y, N and X answer: yes, no, not known. What is not known never lowers a grade.">
        <QuestionFields draft={draft.risk} door={draft.door} onChange={(part) => change({ risk: { ...draft.risk, ...part } })} />
        <FlagFields draft={draft.risk} onChange={(part) => change({ risk: { ...draft.risk, ...part } })} />
      </FieldGroup>
      <CallerSection draft={draft} onChange={change} />
      <FieldGroup name="What the caller was told"><ToldFields draft={draft.told} onChange={(part) => change({ told: { ...draft.told, ...part } })} autoFocus={false} /></FieldGroup>
    </div>
  );
}
