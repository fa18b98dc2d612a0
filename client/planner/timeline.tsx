// The 48 hours as a timeline, a row for each person under their crew: at work, taken, booked, and in outline what is proposed. Everything on it is in the list too.
import { VisuallyHidden } from '@mantine/core';
import { useEffect, useId, useRef, type CSSProperties } from 'react';
import { PROFESSION_NAMES } from '../../shared/domain/activity.ts';
import { plusMinutes } from '../../shared/domain/instant.ts';
import type { PlanningView, PlanPersonView } from '../../shared/protocol/planning.ts';
import { clockTime, dayText } from '../ui/time-text.ts';
import type { Booked } from './use-planning.ts';
import { blocksOf, hoursOf, rowsOf, spanOf, type Block } from './timeline-blocks.ts';
import classes from './planner.module.css';

export interface TimelineProps { planning: PlanningView; booked: readonly Booked[]; now: Date; onOpen: (block: Block) => void }

export function Timeline({ planning, booked, now, onOpen }: TimelineProps) {
  const headingId = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const { fromAt, untilAt, people, reserve } = planning;
  const span = spanOf(fromAt, untilAt);
  const rows = rowsOf(people, booked);
  const areas = [...new Set(reserve.map(({ district }) => district))];
  useEffect(() => { scroller.current?.scrollTo({ left: 0 }); }, []);
  return (
    <section className={classes['pane']} aria-labelledby={headingId}>
      <h2 id={headingId} className={classes['title']}>Who goes where, until {dayText(untilAt, now)} {clockTime(untilAt)}</h2>
      {rows.length === 0 && <p className={classes['dim']}>Nobody is on duty who could be planned for.</p>}
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
          {rows.map((person, index) => <Row key={person.staffId} person={person} isFirst={person.callSign !== rows[index - 1]?.callSign} blocks={blocksOf(person, planning.proposal, booked)} span={span} now={now} onOpen={onOpen} />)}
        </div>
      </div>
    </section>
  );
}

interface RowProps { person: PlanPersonView; isFirst: boolean; blocks: readonly Block[]; span: ReturnType<typeof spanOf>; now: Date; onOpen: (block: Block) => void }

function Row({ person: { name, callSign, profession, shifts, taken }, isFirst, blocks, span, now, onOpen }: RowProps) {
  return (
    <div className={classes['row']} data-crew={isFirst || undefined}>
      <span className={classes['who']}>{isFirst && <strong className={classes['crew']}>{callSign ?? 'No crew tonight'}</strong>}<span>{name}</span> <span className={classes['dim']}>{PROFESSION_NAMES[profession]}</span></span>
      <div className={classes['track']}>
        {shifts.map((shift) => <span key={shift.fromAt} className={classes['shift']} style={span.place(shift)} />)}
        {taken.map((one) => <span key={one.fromAt} className={classes['taken']} style={span.place(one)}><VisuallyHidden>not free {clockTime(one.fromAt)} to {clockTime(one.untilAt)}</VisuallyHidden></span>)}
        {blocks.map((block) => (
          <button key={block.id} type="button" className={classes['block']} data-kind={block.kind} style={span.place(block)} title={wordsOf(block, now)} aria-label={wordsOf(block, now)} onClick={() => onOpen(block)}>
            {block.ref.slice(-4)}
          </button>
        ))}
        <span className={classes['now']} style={span.place({ fromAt: now.toISOString(), untilAt: plusMinutes(now.toISOString(), 1) })} />
      </div>
    </div>
  );
}

const KIND_WORDS = { booked: 'Booked', fixed: 'Booked, fixed', started: 'Begun', proposed: 'Proposed', leaving: 'Booked, to be moved' } as const satisfies Record<Block['kind'], string>;
const wordsOf = ({ kind, ref, heading, district, fromAt, untilAt }: Block, now: Date): string =>
  `${KIND_WORDS[kind]}: ${dayText(fromAt, now)} ${clockTime(fromAt)} to ${clockTime(untilAt)}, ${heading}${district === null ? '' : `, ${district}`}, ${ref}`;
