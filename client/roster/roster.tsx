// The roster of one night: who is to be there, who is, who is not, and what a supervisor or a coordinator does about it.
import { useEffect, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { dutyNightOf, nightLabel, nightStart } from '../../shared/domain/duty-night.ts';
import { nextDay } from '../../shared/domain/shift-pattern.ts';
import { refusalSentence } from '../../shared/domain/refusal.ts';
import { removeShift, reportSick, takeBackSick, type ShiftView } from '../../shared/protocol/roster.ts';
import { Failed } from '../live/failed.tsx';
import { useMe } from '../live/me.tsx';
import { ActionButton } from '../ui/action-button.tsx';
import { Confirm } from '../ui/confirm.tsx';
import { HotkeyScope } from '../ui/hotkey-scope.tsx';
import { useHotkeys } from '../ui/hotkeys.ts';
import { KeySheet } from '../ui/key-sheet.tsx';
import { SkeletonRows } from '../ui/skeleton-rows.tsx';
import { clockSeconds, clockTime, dayText } from '../ui/time-text.ts';
import { say } from '../ui/toast.tsx';
import { useNow } from '../ui/use-now.tsx';
import { AddShifts } from './add-shifts.tsx';
import { AllowWork } from './allow-work.tsx';
import { EndingCertificates } from './ending-certificates.tsx';
import { ExtraList } from './extra-list.tsx';
import { ImportRoster } from './import-roster.tsx';
import { GiveShift } from './give-shift.tsx';
import classes from './roster.module.css';
import { ShiftRow, type ShiftDeed } from './shift-row.tsx';
import { PART_NAMES, partOf, PARTS } from './shift-state.ts';
import { useRoster, useRosterSend } from './use-roster.ts';

export function Roster() {
  return <HotkeyScope name="Roster"><Screen /></HotkeyScope>;
}

type Form = 'add' | 'import' | 'allow' | 'give' | 'remove' | null;

function Screen() {
  const now = useNow();
  const tonight = dutyNightOf(now.toISOString());
  const [chosenNight, chooseNight] = useState<string | null>(null);
  const night = chosenNight ?? tonight;
  const mayPlan = useMe().roles.includes('supervisor');
  const { data, error, refetch } = useRoster(night);
  const send = useRosterSend();
  const [chosenId, choose] = useState<string | null>(null);
  const [form, open] = useState<Form>(null);
  const [, go] = useLocation();
  const shifts = PARTS.flatMap((part) => (data?.shifts ?? []).filter((shift) => partOf(shift, now.toISOString()) === part));
  const chosen = shifts.find(({ id }) => id === chosenId);
  const to = (days: number) => { choose(null); chooseNight(days === 0 ? null : nextDay(night, days)); };
  const move = (by: number) => choose(shifts[Math.max(0, Math.min(shifts.length - 1, shifts.findIndex(({ id }) => id === chosenId) + by))]?.id ?? null);
  const close = () => open(null);
  const pane = useRef<HTMLDivElement>(null);
  // Whoever opened a form goes on in it.
  useEffect(() => { if (form !== null) pane.current?.querySelector<HTMLElement>('select, input:not([hidden]), button')?.focus(); }, [form]);

  useHotkeys([
    { keys: 'ArrowDown', label: 'Down the roster', run: () => move(1), repeats: true },
    { keys: 'ArrowUp', label: 'Up the roster', run: () => move(-1), repeats: true },
    { keys: 'Escape', label: 'Back', run: () => { if (form !== null) close(); else if (chosenId !== null) choose(null); else go('/console'); } },
  ]);

  const plans = mayPlan ? undefined : refusalSentence({ code: 'not-your-role', facts: { who: 'a supervisor' } });
  const deedsOf = (shift: ShiftView): ShiftDeed[] => {
    const taken = shift.duty === null ? undefined : refusalSentence({ code: 'shift-taken', facts: { who: shift.name, at: clockTime(shift.duty.startedAt) } });
    const over = shift.until <= now.toISOString() ? refusalSentence({ code: 'shift-over' }) : undefined;
    const sick: ShiftDeed = shift.sickAt === null
      ? { label: 'Sick', keys: 'S', refusal: over ?? taken, act: async () => { if (await send(reportSick, { shiftId: shift.id })) say(`${shift.name} is down as sick.`, 'Nobody is there for this shift until it is given to somebody.'); } }
      : { label: 'Comes after all', keys: 'S', refusal: over, act: async () => { if (await send(takeBackSick, { shiftId: shift.id })) say(`${shift.name} comes after all.`); } };
    return [sick, { label: 'Give to somebody else', keys: 'G', refusal: plans ?? over ?? taken, act: () => open('give') }, { label: 'Take off the roster', keys: 'X', refusal: plans ?? over ?? taken, act: () => open('remove') }];
  };
  if (error && data === undefined) return <Failed error={error} again={refetch} />;

  return (
    <div className={classes['page']}>
      <header className={classes['head']}>
        <div className={classes['nights']}>
          <ActionButton label="The night before" keys="[" size="xs" onAct={() => to(-1)}>Before</ActionButton>
          <p className={classes['night']}><strong>{nightLabel(night)}</strong> {dayText(nightStart(night), now)}{night === tonight ? ', tonight' : ''}</p>
          <ActionButton label="The night after" keys="]" size="xs" onAct={() => to(1)}>After</ActionButton>
          {night !== tonight && <ActionButton label="Tonight" keys="T" size="xs" onAct={() => to(0)} />}
          {data !== undefined && <span className={classes['dim']}>{error ? 'not answered; ' : ''}as of {clockSeconds(data.asOf)}</span>}
        </div>
        <div className={classes['actions']}>
          <ActionButton label="Put on the roster" keys="N" tone="primary" refusal={plans} onAct={() => open('add')} />
          <ActionButton label="Let somebody work unrested" keys="W" refusal={plans} onAct={() => open('allow')} />
          <ActionButton label="From a file" keys="I" refusal={plans} onAct={() => open('import')} />
          <KeySheet />
        </div>
      </header>
      <div className={classes['panes']}>
        <div className={classes['list']}>
          {data === undefined && <SkeletonRows of="the roster" rows={8} />}
          {data !== undefined && shifts.length === 0 && <p className={classes['dim']}>Nobody is on the roster of this night.</p>}
          {PARTS.map((part) => {
            const own = shifts.filter((shift) => partOf(shift, now.toISOString()) === part);
            return own.length === 0 ? null : (
              <section key={part} aria-label={PART_NAMES[part]}>
                <h2 className={classes['heading']} data-part={part}>{PART_NAMES[part]} <span className={classes['dim']} data-nj-figures>· {own.length}</span></h2>
                <ul className={classes['plain']}>{own.map((shift) => <ShiftRow key={shift.id} shift={shift} chosen={shift.id === chosenId} onChoose={() => choose(shift.id === chosenId ? null : shift.id)} deeds={deedsOf(shift)} />)}</ul>
              </section>
            );
          })}
          <ExtraList extra={data?.extra ?? []} />
        </div>
        <div ref={pane} className={classes['form']}>
          {form === 'add' && <AddShifts night={night} onClose={close} />}
          {form === 'import' && <ImportRoster onClose={close} />}
          {form === 'allow' && <AllowWork onClose={close} />}
          {form === 'give' && chosen !== undefined && <GiveShift key={chosen.id} shift={chosen} shifts={shifts} onClose={close} />}
          {form === 'remove' && chosen !== undefined && (
            <Confirm
              question={`Take ${chosen.name} off the roster, ${clockTime(chosen.from)}–${clockTime(chosen.until)}?`} confirm="Take it off" danger onCancel={close}
              onConfirm={async () => { await send(removeShift, { shiftId: chosen.id }); close(); }}
            >
              The shift is gone for everybody, and the log keeps who took it off. Somebody who is sick stays on it: press S instead.
            </Confirm>
          )}
        </div>
        <div className={classes['ending']}><EndingCertificates certificates={data?.ending ?? []} /></div>
      </div>
    </div>
  );
}
