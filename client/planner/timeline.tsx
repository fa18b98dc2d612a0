// The 48 hours as a timeline, a row for each person under their crew or for each crew: at work, taken, booked, and in outline what is proposed. A visit is carried along it with the mouse or the arrows. Everything on it is in the list too.
import { VisuallyHidden } from '@mantine/core';
import { useEffect, useId, useRef, type CSSProperties } from 'react';
import { plusMinutes } from '../../shared/domain/instant.ts';
import type { PlanningView } from '../../shared/protocol/planning.ts';
import { HotkeyScope } from '../ui/hotkey-scope.tsx';
import { clockTime, dayAndTime, dayText } from '../ui/time-text.ts';
import { carried, isMovable, isWhereItWas, type Carried } from './carry.ts';
import { whenAndWho } from './plan-words.ts';
import { blocksOf, hoursOf, spanOf, visitsOn, type Block, type BlockLeg, type Span } from './timeline-blocks.ts';
import { peopleOf, rowsOf, type RowsBy, type TimelineRow } from './timeline-rows.ts';
import { useCarry, type Carrying } from './use-carry.ts';
import type { Booked } from './use-planning.ts';
import classes from './planner.module.css';

export interface TimelineProps {
  planning: PlanningView; booked: readonly Booked[]; by: RowsBy; now: Date;
  onOpen: (block: Block) => void;
  /** Carried there: nothing is changed yet. */
  onPlace: (block: Block, legs: readonly BlockLeg[]) => void;
}

export function Timeline(props: TimelineProps) {
  return (
    <HotkeyScope name="Timeline">
      <Grid {...props} />
    </HotkeyScope>
  );
}

function Grid({ planning, booked, by, now, onOpen, onPlace }: TimelineProps) {
  const headingId = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const { fromAt, untilAt, people, reserve } = planning;
  const span = spanOf(fromAt, untilAt);
  const rows = rowsOf(peopleOf(people, booked), by);
  const visits = visitsOn(planning.proposal, booked);
  const areas = [...new Set(reserve.map(({ district }) => district))];
  const carrying = useCarry(rows, span.hours, (carry) => {
    const { legs } = carried(carry, rows, visits, now.toISOString());
    if (!isWhereItWas(carry.block, legs)) onPlace(carry.block, legs);
  }, onOpen);
  const ghost = carrying.held === null ? null : carried(carrying.held, rows, visits, now.toISOString());
  useEffect(() => { scroller.current?.scrollTo({ left: 0 }); }, []);
  return (
    <section className={classes['pane']} aria-labelledby={headingId}>
      <h2 id={headingId} className={classes['title']}>Who goes where, until {dayText(untilAt, now)} {clockTime(untilAt)}</h2>
      {rows.length === 0 && <p className={classes['dim']}>Nobody is on duty who could be planned for.</p>}
      <p className={classes['carried']} role="status" data-against={ghost !== null && ghost.against.length > 0 ? true : undefined}>{ghost === null ? (visits.some(isMovable) ? 'Draw a visit to another time or person, or use the arrows on it: then Enter, or Esc to put it back.' : '') : ghostWords(ghost, now)}</p>
      {/* Reachable by keyboard, so that it can be scrolled. */}
      <div ref={scroller} className={classes['scroller']} role="group" aria-label="Timeline" tabIndex={0} data-nj-sideways>
        <div className={classes['grid']} style={{ '--hours': span.hours } as CSSProperties}>
          <div className={classes['hours']} aria-hidden>
            {hoursOf(span).map(({ at, left, isMidnight }) => <span key={at} className={classes['hour']} data-day={isMidnight || undefined} style={{ left }}>{isMidnight ? dayText(at, now).split(' ').slice(0, 2).join(' ') : clockTime(at)}</span>)}
          </div>
          {areas.map((area) => (
            <div key={area} className={classes['row']}>
              <span className={classes['who']}><strong>Reserve</strong> {area}</span>
              <div className={classes['track']}>
                {reserve.filter(({ district }) => district === area).map((one) => (
                  <span key={one.fromAt} className={classes['reserve']} style={span.place(one)}>{one.crews === 1 ? 'one crew free' : `${one.crews} crews free`}, {clockTime(one.fromAt)} to {clockTime(one.untilAt)}</span>
                ))}
              </div>
            </div>
          ))}
          {rows.map((row) => <Row key={row.id} row={row} blocks={blocksOf(row, visits)} span={span} now={now} carrying={carrying} ghost={ghost} />)}
        </div>
      </div>
    </section>
  );
}

interface RowProps { row: TimelineRow; blocks: readonly Block[]; span: Span; now: Date; carrying: Carrying; ghost: Carried | null }

function Row({ row: { id, heading, name, detail, people, shifts, taken }, blocks, span, now, carrying: { held, handles }, ghost }: RowProps) {
  const here = ghost?.legs.filter(({ staffId }) => people.some((person) => person.staffId === staffId)) ?? [];
  return (
    <div className={classes['row']} data-crew={heading !== null || people.length > 1 || undefined} data-timeline-row={id}>
      <span className={classes['who']}>{heading !== null && <strong className={classes['crew']}>{heading}</strong>}<span>{name}</span> <span className={classes['dim']}>{detail}</span></span>
      <div className={classes['track']}>
        {shifts.map((shift) => <span key={`${shift.fromAt} ${shift.untilAt}`} className={classes['shift']} style={span.place(shift)} />)}
        {taken.map((one) => <span key={`${one.fromAt} ${one.untilAt}`} className={classes['taken']} style={span.place(one)}><VisuallyHidden>not free {clockTime(one.fromAt)} to {clockTime(one.untilAt)}</VisuallyHidden></span>)}
        {blocks.map((block) => (
          <button
            key={block.id} type="button" className={classes['block']} data-kind={block.kind} data-held={held?.block.id === block.id || undefined} data-movable={isMovable(block) || undefined} style={span.place(block)}
            title={wordsOf(block, now)} aria-label={wordsOf(block, now)} {...handles(block, id)}
          >
            {block.ref.slice(-4)}
          </button>
        ))}
        {here.map((leg) => <span key={leg.legId} className={classes['ghost']} data-against={ghost !== null && ghost.against.length > 0 ? true : undefined} style={span.place(leg)} aria-hidden>{clockTime(leg.fromAt)}</span>)}
        <span className={classes['now']} style={span.place({ fromAt: now.toISOString(), untilAt: plusMinutes(now.toISOString(), 1) })} />
      </div>
    </div>
  );
}

const ghostWords = ({ legs, against }: Carried, now: Date): string => `${whenAndWho(legs, now)}${against.length === 0 ? '. Enter, or let go, to ask.' : `: ${against.join(', ')}.`}`;
const KIND_WORDS = { booked: 'Booked', fixed: 'Booked, fixed', started: 'Begun', proposed: 'Proposed', leaving: 'Booked, to be moved' } as const satisfies Record<Block['kind'], string>;
const wordsOf = ({ kind, ref, heading, district, fromAt, untilAt, legs }: Block, now: Date): string =>
  `${KIND_WORDS[kind]}: ${dayAndTime(fromAt, now)} to ${clockTime(untilAt)}, ${heading}${district === null ? '' : `, ${district}`}, ${ref}, ${legs.map(({ name }) => name).join(' and ')}`;
