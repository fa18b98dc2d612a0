// The questions asked, in the caller's terms: yes, no, or not known, which never lowers a grade.
import { FieldGroup } from '../../ui/field.tsx';
import { QuestionList } from '../../ui/question-list.tsx';
import type { CallForm } from './call-draft.ts';

export function AnswersFields({ call, change }: CallForm) {
  return (
    <FieldGroup name="Asked of the caller" hint="Y, N and X answer: yes, no, not known.">
      <QuestionList asking={call} answers={call.answers} onAnswer={(answers) => change({ answers })} />
    </FieldGroup>
  );
}
