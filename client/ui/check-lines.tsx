// What each source said of everybody named and of the address, a line an answer; and plainly, by name, what nobody asked.
import { IconAlertTriangle } from '@tabler/icons-react';
import { aboutsOf, cellOf, type Cell, type CheckAbout } from '../../shared/domain/check.ts';
import { capital, CELL_WORDS, FAILURE_WORDS, listed } from '../../shared/domain/check-words.ts';
import type { ChecksView, CheckView } from '../../shared/protocol/check-views.ts';
import { dayAndTime } from './time-text.ts';
import classes from './check-lines.module.css';

export interface CheckLinesProps {
  people: readonly { personId: string; name: string }[];
  checks: ChecksView;
  now: Date;
}

export function CheckLines({ people, checks, now }: CheckLinesProps) {
  const nameOf = ({ personId }: CheckAbout): string => (personId === null ? 'the address' : people.find((person) => person.personId === personId)?.name ?? 'somebody');
  const rows = aboutsOf(people, checks.locationId).map((about) => {
    const cells = checks.sources.map((source) => ({ source, cell: cellOf(checks.items, about, source.code) }));
    return { name: nameOf(about), id: about.personId ?? 'address', asked: cells.filter(({ cell }) => cell.check !== null), unasked: cells.filter(({ cell }) => cell.check === null).map(({ source }) => source.name) };
  });
  // Said of all of them in one line: fifteen times "not checked" is read by nobody.
  const untouched = rows.filter(({ asked }) => asked.length === 0).map(({ name }) => name);
  if (checks.sources.length === 0) return <p className={classes['line']}>Nobody to ask is set for this service.</p>;
  if (rows.length === 0) return <p className={classes['line']}>Nobody is named and no address is known: there is nothing to ask about yet.</p>;
  return (
    <div className={classes['lines']}>
      {rows.filter(({ asked }) => asked.length > 0).map(({ id, name, asked, unasked }) => (
        <dl key={id} className={classes['about']}>
          <dt>{capital(name)}</dt>
          {asked.map(({ source, cell }) => (
            <dd key={source.code} data-state={cell.state} data-owed={cell.state === 'could-not-say' || undefined}>
              <span className={classes['source']}>{capital(source.name)}</span> <span><CellWords cell={cell} now={now} /></span>
              {cell.state === 'found' && cell.check !== null && <Found check={cell.check} now={now} />}
            </dd>
          ))}
          {unasked.length > 0 && <dd data-owed>{capital(listed(unasked))} {CELL_WORDS['not-checked']}</dd>}
        </dl>
      ))}
      {/* Of nobody at all: the line about staff safety above has just named whom there is to ask. */}
      {untouched.length > 0 && (
        <p className={classes['line']}>
          {untouched.length === rows.length ? `Not checked with anybody: ${listed(untouched)}.` : `${capital(listed(untouched))}: ${listed(checks.sources.map(({ name }) => name))} ${CELL_WORDS['not-checked']}.`}
        </p>
      )}
    </div>
  );
}

/** Their words, and who answered: under the line that it belongs to. */
function Found({ check, now }: { check: CheckView; now: Date }) {
  return (
    <span className={classes['found']}>
      <IconAlertTriangle size={14} aria-hidden />
      <span>{check.words ?? 'No more was said.'} <span className={classes['when']}>{answered(check, now)}</span></span>
    </span>
  );
}

const answered = ({ answerer, endedAt, endedBy, way }: CheckView, now: Date): string =>
  [answerer, endedAt === null ? null : dayAndTime(endedAt, now), endedBy === null || way === 'system' ? null : `told to ${endedBy.name}`].filter((part) => part !== null).join(' · ');

function CellWords({ cell: { state, check }, now }: { cell: Cell<CheckView>; now: Date }) {
  if (check === null) return <>{CELL_WORDS[state]}</>;
  const why = state === 'unanswered' && check.failure !== null ? FAILURE_WORDS[check.failure] : CELL_WORDS[state];
  // When something was found, and by whom it was said, stands with the words themselves.
  return state === 'found' ? <>{why}</> : <>{why} <span className={classes['when']} title={check.answerer ?? check.askedBy.name}>{dayAndTime(check.endedAt ?? check.askedAt, now)}</span></>;
}
