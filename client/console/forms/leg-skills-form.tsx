// What a leg needs beyond a profession: whoever comes next is asked for it, by certificates in date.
import { Checkbox, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { ACTIVITIES, NEED_NAMES } from '../../../shared/domain/activity.ts';
import { SKILLS_BEYOND } from '../../../shared/domain/leg-needs.ts';
import { SKILL_NAMES, SKILLS, type Skill } from '../../../shared/domain/skill.ts';
import { setLegSkills } from '../../../shared/protocol/dispatch.ts';
import { useSend } from '../../live/send.ts';
import { say } from '../../ui/toast.tsx';
import type { FormProps } from './form-props.ts';
import { InlineForm } from './inline-form.tsx';
import classes from './forms.module.css';

export function LegSkillsForm({ incident, legId, onClose }: FormProps & { legId: string | null }) {
  const { send } = useSend();
  const tasks = incident.tasks.filter(({ state }) => state === 'open');
  const legs = tasks.flatMap((task) => incident.legs.filter(({ taskId }) => taskId === task.id).map((leg) => ({ leg, task })));
  const [chosen, setChosen] = useState(legId);
  const one = legs.find(({ leg }) => leg.id === chosen) ?? legs[0];
  const [changed, setChanged] = useState<readonly Skill[] | null>(null);
  const skills = changed ?? one?.leg.skills ?? [];
  const submit = async () => {
    if (one === undefined || await send(setLegSkills, { legId: one.leg.id, skills: [...skills] }) === null) return;
    onClose();
    say(`${NEED_NAMES[one.leg.need]}: ${skills.length === 0 ? 'nothing besides' : skills.map((skill) => SKILL_NAMES[skill]).join(', ')}.`);
  };
  return (
    <InlineForm
      title="What a leg needs besides" submit="Keep it so" onSubmit={submit} onClose={onClose} says="Each rests on a certificate in date. Whoever stands in it already goes on." refusal={one === undefined ? 'There is no open task. Add one first (T).' : undefined}
    >
      {legs.length > 1 && (
        <NativeSelect label="Leg" data={legs.map(({ leg, task }) => ({ value: leg.id, label: `${NEED_NAMES[leg.need]}, ${ACTIVITIES[task.activity].name.toLowerCase()}` }))} value={one?.leg.id ?? ''} onChange={({ currentTarget: { value } }) => { setChosen(value); setChanged(null); }} />
      )}
      <Checkbox.Group label="Besides the profession" value={[...skills]} onChange={(codes) => setChanged(SKILLS.filter((skill) => codes.includes(skill)))}>
        <div className={classes['flags']}>{SKILLS_BEYOND.map((skill) => <Checkbox key={skill} value={skill} label={SKILL_NAMES[skill]} />)}</div>
      </Checkbox.Group>
    </InlineForm>
  );
}
