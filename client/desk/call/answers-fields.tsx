// The six questions, in the caller's terms: yes, no, or not asked, which never lowers a grade.
import { SegmentedControl } from '@mantine/core';
import { Answers } from '../../../shared/domain/policy.ts';
import { FieldGroup } from '../../ui/field.tsx';
import classes from './answers-fields.module.css';
import type { CallForm } from './call-draft.ts';

const QUESTIONS = ['dangerNow', 'hurt', 'worseTonight', 'crime', 'safeUntilSeen', 'adviceEnough'] as const satisfies readonly (keyof Answers)[];
const CHOICES = [{ value: 'null', label: 'not asked' }, { value: 'true', label: 'yes' }, { value: 'false', label: 'no' }];
const READ: Readonly<Record<string, boolean>> = { true: true, false: false };

export function AnswersFields({ call: { answers }, change }: CallForm) {
  return (
    <FieldGroup name="Asked of the caller">
      {QUESTIONS.map((question) => {
        const words = Answers.shape[question].meta()?.description ?? question;
        return (
          <div key={question} className={classes['question']}>
            <span>{words}</span>
            <SegmentedControl aria-label={words} data={CHOICES} value={String(answers[question])} onChange={(next) => change({ answers: { ...answers, [question]: READ[next] ?? null } })} />
          </div>
        );
      })}
    </FieldGroup>
  );
}
