// The times of a draft: when each grade is attended, what is warned of when, and the other clocks.
import { APART_NAME, CREW_CLOCK_NAMES, STAY_NAMES } from '../../shared/domain/crew-policy.ts';
import { CLOCK_NAMES, WARNING_NAMES } from '../../shared/domain/policy-words.ts';
import { WORKING_NAMES } from '../../shared/domain/working.ts';
import type { DraftPolicy } from '../../shared/domain/policy.ts';
import { FieldGroup } from '../ui/field.tsx';
import { DaysField } from './days-field.tsx';
import { FigureField } from './figure-field.tsx';
import { MinutesField } from './minutes-field.tsx';
import classes from './policy.module.css';

interface Props { body: DraftPolicy; onChange: (part: Partial<DraftPolicy>) => void }

export function TimesEditor({ body: { targetMinutes, warnMinutes, clocks, followUpMinutes, crew, working }, onChange }: Props) {
  return (
    <>
      <FieldGroup name="Targets" hint="From the report, whatever the grade was before.">
        <div className={classes['times']}>
          <MinutesField label="Grade 2, attended within" minutes={targetMinutes[2]} onChange={(minutes) => onChange({ targetMinutes: { ...targetMinutes, 2: minutes } })} />
          <MinutesField label="Grade 3, attended within" minutes={targetMinutes[3]} onChange={(minutes) => onChange({ targetMinutes: { ...targetMinutes, 3: minutes } })} />
        </div>
      </FieldGroup>
      <FieldGroup name="Warnings" hint="After the report, unless it says before the deadline.">
        <Figures names={WARNING_NAMES} minutes={warnMinutes} onChange={(part) => onChange({ warnMinutes: { ...warnMinutes, ...part } })} />
      </FieldGroup>
      <FieldGroup name="Other clocks">
        <Figures names={CLOCK_NAMES} minutes={clocks} onChange={(part) => onChange({ clocks: { ...clocks, ...part } })} />
        <div className={classes['times']}><MinutesField label="A follow-up is decided within" minutes={followUpMinutes} onChange={(minutes) => onChange({ followUpMinutes: minutes })} /></div>
      </FieldGroup>
      <FieldGroup name="Looking after the crew">
        <Figures names={CREW_CLOCK_NAMES} minutes={figuresOf(crew)} onChange={(part) => onChange({ crew: { ...crew, ...part } })} />
        <div className={classes['times']}><FigureField label={APART_NAME} unit="m" value={crew.apartMetres} least={50} most={20_000} whole onChange={(apartMetres) => onChange({ crew: { ...crew, apartMetres } })} /></div>
        <Figures names={STAY_NAMES} minutes={crew.stay} onChange={(part) => onChange({ crew: { ...crew, stay: { ...crew.stay, ...part } } })} />
      </FieldGroup>
      <FieldGroup name="Working hours" hint="Elapsed time: the nights the clocks change too.">
        <Figures names={WORKING_NAMES} minutes={working} onChange={(part) => onChange({ working: { ...working, ...part } })} />
        <div className={classes['times']}><DaysField label="A certificate is warned of before its last day by" days={working.certificateDays} onChange={(certificateDays) => onChange({ working: { ...working, certificateDays } })} /></div>
      </FieldGroup>
    </>
  );
}

const figuresOf = ({ stay: _stay, ...figures }: DraftPolicy['crew']): Record<string, number> => figures;

function Figures({ names, minutes, onChange }: { names: Readonly<Record<string, string>>; minutes: Readonly<Record<string, number>>; onChange: (part: Record<string, number>) => void }) {
  return <div className={classes['times']}>{Object.entries(names).map(([key, label]) => <MinutesField key={key} label={label} minutes={minutes[key] ?? 1} onChange={(next) => onChange({ [key]: next })} />)}</div>;
}
