// The crews as choices: those who fit with the leg each person would take and how far they are; the rest with the reason.
import { useHotkeys } from '../../ui/hotkeys.ts';
import { KbdHint } from '../../ui/kbd-hint.tsx';
import { ageText } from '../../ui/time-text.ts';
import { useBoard } from '../board/board.tsx';
import { STALE_AFTER_SECONDS, type Crew } from '../board/crew.ts';
import { heldWords } from '../board/held.ts';
import { SHORT_NEEDS } from '../board/incident-lines.ts';
import type { Suggestion } from '../board/suggest.ts';
import type { DutyView } from '../../../shared/protocol/views.ts';
import choiceClasses from '../../ui/choices.module.css';
import classes from './forms.module.css';

export interface SendChoicesProps {
  found: readonly Suggestion[];
  chosen: readonly DutyView[];
  onToggle: (crew: Crew) => void;
}

const MOST_KEYS = 9;

export function SendChoices({ found, chosen, onToggle }: SendChoicesProps) {
  const suited = found.filter(({ takes }) => takes.length > 0);
  const others = found.filter(({ takes }) => takes.length === 0);
  useHotkeys(suited.slice(0, MOST_KEYS).map(({ crew }, index) => ({ keys: String(index + 1), label: `Choose ${crew.callSign}`, run: () => onToggle(crew) })));
  return (
    <>
      <div role="group" aria-label="Who could be sent, nearest first" className={choiceClasses['choices']}>
        {suited.map((suggestion, index) => {
          const { crew } = suggestion;
          const on = crew.members.some(({ duty }) => chosen.some(({ id }) => id === duty.id));
          return (
            <button key={crew.id} type="button" role="checkbox" aria-checked={on} className={choiceClasses['choice']} data-autofocus={index === 0 || undefined} onClick={() => onToggle(crew)}>
              <span className={choiceClasses['tick']} aria-hidden />
              <Suited suggestion={suggestion} />
              <span className={choiceClasses['choice-note']}>{howFar(suggestion)}<PositionNote crew={crew} /><HeldNote crew={crew} /></span>
              {index < MOST_KEYS && <KbdHint keys={String(index + 1)} />}
            </button>
          );
        })}
      </div>
      {others.length > 0 && (
        <div>
          <p className={choiceClasses['choices-label']}>Not suited now</p>
          <ul className={classes['others']}>{others.map(({ crew, whyNot }) => <li key={crew.id}><strong>{crew.callSign}</strong> {whyNot}</li>)}</ul>
        </div>
      )}
    </>
  );
}

const howFar = ({ estimate, crew }: Suggestion): string =>
  estimate === null ? (crew.members.some(({ duty }) => duty.seat === 'edt') ? 'at the EDT desk' : 'distance not known') : `about ${Math.max(1, Math.ceil(estimate.minutes))} min (straight line)`;

function Suited({ suggestion: { crew, takes } }: { suggestion: Suggestion }) {
  return (
    <span>
      {crew.team !== null && <strong>{crew.callSign} </strong>}
      {takes.map(({ duty, need }, index) => <span key={duty.id}>{index > 0 && ', '}{duty.name} <span className={choiceClasses['choice-note']}>{SHORT_NEEDS[need]}</span></span>)}
    </span>
  );
}

function HeldNote({ crew }: { crew: Crew }) {
  const { held } = useBoard();
  const [one] = crew.members.flatMap(({ duty }) => held.get(duty.id) ?? []);
  return one === undefined ? null : <span className={classes['old']}>, {heldWords(one)}</span>;
}

/** An old position makes the estimate beside it a guess: it is said there. */
function PositionNote({ crew: { newest } }: { crew: Crew }) {
  const { now } = useBoard();
  const seconds = newest === null ? 0 : (now.getTime() - Date.parse(newest.at)) / 1000;
  return seconds <= STALE_AFTER_SECONDS ? null : <span className={classes['old']}>, position {ageText(seconds)} old</span>;
}
