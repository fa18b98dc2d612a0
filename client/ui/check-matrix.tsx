// People and address down, sources across: what each said, and above all what nobody asked. What was found stands in words beneath.
import { IconAlertTriangle } from '@tabler/icons-react';
import { aboutsOf, cellOf, type Cell, type CellState, type CheckAbout } from '../../shared/domain/check.ts';
import { capital, CELL_WORDS, FAILURE_WORDS } from '../../shared/domain/check-words.ts';
import type { ChecksView, CheckView } from '../../shared/protocol/check-views.ts';
import { dayAndTime } from './time-text.ts';
import classes from './check-matrix.module.css';

export interface CheckMatrixProps {
  people: readonly { personId: string; name: string }[];
  checks: ChecksView;
  now: Date;
}

/** Nobody knows it from there yet: read before what is settled. */
const OWED: ReadonlySet<CellState> = new Set<CellState>(['not-checked', 'could-not-say']);

export function CheckMatrix({ people, checks, now }: CheckMatrixProps) {
  const nameOf = ({ personId }: CheckAbout): string => (personId === null ? 'The address' : people.find((person) => person.personId === personId)?.name ?? 'Somebody');
  const rows = aboutsOf(people, checks.locationId).map((about) => ({
    about, name: nameOf(about), cells: checks.sources.map((source) => ({ source, cell: cellOf(checks.items, about, source.code) })),
  }));
  const found = rows.flatMap(({ name, cells }) => cells.flatMap(({ source, cell }) => (cell.state === 'found' && cell.check !== null ? [{ name, source, check: cell.check }] : [])));
  return (
    <div className={classes['matrix']}>
      <div className={classes['scroll']}>
        {/* The roles are said: laid out as lines in a narrow place, it is a table still. */}
        <table className={classes['table']} role="table">
          <thead role="rowgroup">
            <tr role="row">
              <th scope="col" role="columnheader">Checks</th>
              {checks.sources.map(({ code, name }) => <th key={code} scope="col" role="columnheader">{capital(name)}</th>)}
            </tr>
          </thead>
          <tbody role="rowgroup">
            {rows.map(({ about, name, cells }) => (
              <tr key={about.personId ?? 'address'} role="row">
                <th scope="row" role="rowheader">{name}</th>
                {cells.map(({ source, cell }) => (
                  <td key={source.code} role="cell" data-state={cell.state} data-owed={OWED.has(cell.state) || undefined}>
                    <span className={classes['source']} aria-hidden>{capital(source.name)}</span>
                    <span><CellWords cell={cell} now={now} /></span>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {found.map(({ name, source, check }) => (
        <p key={check.id} className={classes['found']}>
          <IconAlertTriangle size={14} aria-hidden />
          <span><strong>{capital(source.name)} on {name === 'The address' ? 'the address' : name}:</strong> {check.words ?? 'something is known, no more was said'} <span className={classes['when']}>{answered(check, now)}</span></span>
        </p>
      ))}
    </div>
  );
}

const answered = ({ answerer, endedAt, endedBy, way }: CheckView, now: Date): string =>
  [answerer, endedAt === null ? null : dayAndTime(endedAt, now), endedBy === null || way === 'system' ? null : `told to ${endedBy.name}`].filter((part) => part !== null).join(' · ');

function CellWords({ cell: { state, check }, now }: { cell: Cell<CheckView>; now: Date }) {
  if (check === null) return <>{CELL_WORDS[state]}</>;
  const why = state === 'unanswered' && check.failure !== null ? FAILURE_WORDS[check.failure] : CELL_WORDS[state];
  return <>{why} <span className={classes['when']} title={check.answerer ?? check.askedBy.name}>{dayAndTime(check.endedAt ?? check.askedAt, now)}</span></>;
}
