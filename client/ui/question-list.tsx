// The questions of THRIVE, each with its letter: yes, no or not known by one key, and on to the next. What does not apply is passed over.
import { SegmentedControl } from '@mantine/core';
import { useId, useRef, type KeyboardEvent } from 'react';
import { flushSync } from 'react-dom';
import type { Answers } from '../../shared/domain/policy.ts';
import { QUESTIONS, questionsToAsk, type Asking, type QuestionCode } from '../../shared/domain/question.ts';
import classes from './question-list.module.css';

export interface QuestionListProps {
  asking: Asking;
  answers: Answers;
  onAnswer: (answers: Answers) => void;
}

const CHOICES = [{ value: 'yes', label: 'Yes' }, { value: 'no', label: 'No' }, { value: 'unknown', label: 'Not known' }];
const VALUES: Readonly<Record<string, boolean | null>> = { yes: true, no: false, unknown: null };
const BY_KEY: Readonly<Record<string, boolean | null>> = { y: true, n: false, x: null };
const choiceOf = (answer: boolean | null): string => (answer === null ? 'unknown' : answer ? 'yes' : 'no');

/** On a question, Y, N and X answer it and go to the next; the arrows answer and stay. */
export function QuestionList({ asking, answers, onAnswer }: QuestionListProps) {
  const list = useRef<HTMLDivElement>(null);
  const answer = (question: QuestionCode, value: boolean | null) => onAnswer({ ...answers, [question]: value });
  const byKey = (event: KeyboardEvent, question: QuestionCode) => {
    const value = event.ctrlKey || event.metaKey || event.altKey ? undefined : BY_KEY[event.key.toLowerCase()];
    if (value === undefined) return;
    event.preventDefault();
    // An answer may bring a question or take one away: the next one is looked for in what is asked then.
    flushSync(() => answer(question, value));
    const asked = [...(list.current?.querySelectorAll<HTMLElement>('[data-question]') ?? [])];
    const at = asked.findIndex(({ dataset }) => dataset['question'] === question);
    (asked[at + 1] ?? asked[at])?.querySelector<HTMLElement>('input:checked')?.focus();
  };
  return (
    <div ref={list} className={classes['questions']}>
      {questionsToAsk(asking).map((question) => (
        <Question key={question} question={question} value={answers[question]} onAnswer={(value) => answer(question, value)} onKeyDown={(event) => byKey(event, question)} />
      ))}
    </div>
  );
}

interface QuestionProps { question: QuestionCode; value: boolean | null; onAnswer: (value: boolean | null) => void; onKeyDown: (event: KeyboardEvent) => void }

function Question({ question, value, onAnswer, onKeyDown }: QuestionProps) {
  const [labelId, hintId] = [useId(), useId()];
  const { letter, asks, hint } = QUESTIONS[question];
  return (
    <div className={classes['question']} data-question={question} onKeyDown={onKeyDown}>
      <span className={classes['letter']} title={letter} aria-hidden>{letter.slice(0, 1)}</span>
      <span className={classes['words']}>
        <span id={labelId}>{asks}</span>
        <span id={hintId} className={classes['hint']}>{hint}</span>
      </span>
      <SegmentedControl aria-labelledby={labelId} aria-describedby={hintId} data={CHOICES} value={choiceOf(value)} onChange={(choice) => onAnswer(VALUES[choice] ?? null)} />
    </div>
  );
}
