// What sending goes by: how a drive is estimated where no router answers, what the ranking holds alike, and when an answer is late.
import { Checkbox, TextInput } from '@mantine/core';
import { ACTIVITIES, ACTIVITY_CODES } from '../../shared/domain/activity.ts';
import { DRIVER_NAME, SENDING_NAMES, SOLO_FIRST_NAME, type Sending } from '../../shared/domain/sending-policy.ts';
import { FieldGroup } from '../ui/field.tsx';
import { FigureField } from './figure-field.tsx';
import { LegSkillsEditor } from './leg-skills-editor.tsx';
import { MinutesField } from './minutes-field.tsx';
import classes from './policy.module.css';

const MINUTES = ['answerMinutes', 'legOwedMinutes', 'holdMinutes', 'arrivalBandMinutes', 'oldPositionMinutes'] as const satisfies readonly (keyof typeof SENDING_NAMES)[];
const SPEEDS = [['busyKmh', 'Speed in the busy hours'], ['quietKmh', 'Speed at other hours']] as const;

/** Where there is another leg to be owed. */
const JOINT = ACTIVITY_CODES.filter((code) => ACTIVITIES[code].legs.length > 1);

export function SendingEditor({ sending, onChange }: { sending: Sending; onChange: (sending: Sending) => void }) {
  const put = (part: Partial<Sending>) => onChange({ ...sending, ...part });
  return (
    <FieldGroup name="Sending" hint="Where no router answers, a drive is the straight line times the road factor, at the speed of the hour; every such number says “straight line”.">
      <div className={classes['times']}>{MINUTES.map((key) => <MinutesField key={key} label={SENDING_NAMES[key]} minutes={sending[key]} onChange={(minutes) => put({ [key]: minutes })} />)}</div>
      <Checkbox.Group label={SOLO_FIRST_NAME} description="Never where a staff-safety warning says double-crewed visits only." value={sending.soloFirst} onChange={(codes) => put({ soloFirst: ACTIVITY_CODES.filter((code) => codes.includes(code)) })}>
        <div className={classes['activities']}>{JOINT.map((code) => <Checkbox key={code} value={code} label={ACTIVITIES[code].name} />)}</div>
      </Checkbox.Group>
      <div className={classes['times']}>
        <FigureField label="Road factor" unit="×" value={sending.roadFactor} least={1} most={3} onChange={(roadFactor) => put({ roadFactor })} />
        {SPEEDS.map(([key, label]) => <FigureField key={key} label={label} unit="km/h" value={sending[key]} least={5} most={110} whole onChange={(kmh) => put({ [key]: kmh })} />)}
        <TextInput type="time" label="Busy hours from" value={sending.busyFrom} onChange={({ currentTarget: { value } }) => { if (value !== '') put({ busyFrom: value }); }} />
        <TextInput type="time" label="until" value={sending.busyUntil} onChange={({ currentTarget: { value } }) => { if (value !== '') put({ busyUntil: value }); }} />
      </div>
      <Checkbox label={DRIVER_NAME} checked={sending.driverNeeded} onChange={({ currentTarget: { checked } }) => put({ driverNeeded: checked })} />
      <LegSkillsEditor rules={sending.legSkills} onChange={(legSkills) => put({ legSkills })} />
    </FieldGroup>
  );
}
