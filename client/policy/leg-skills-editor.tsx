// What a leg of an activity needs beyond a profession, whenever such a task is added: a line for each leg.
import { Checkbox, NativeSelect } from '@mantine/core';
import { ACTIVITIES, ACTIVITY_CODES, NEED_NAMES, NEEDS } from '../../shared/domain/activity.ts';
import { SKILLS_BEYOND } from '../../shared/domain/leg-needs.ts';
import type { Sending } from '../../shared/domain/sending-policy.ts';
import { SKILL_NAMES, SKILLS } from '../../shared/domain/skill.ts';
import { ActionButton } from '../ui/action-button.tsx';
import classes from './policy.module.css';

type Rules = Sending['legSkills'];

export function LegSkillsEditor({ rules, onChange }: { rules: Rules; onChange: (rules: Rules) => void }) {
  const put = (index: number, part: Partial<Rules[number]>) => onChange(rules.map((rule, at) => (at === index ? { ...rule, ...part } : rule)));
  return (
    <div role="group" aria-label="What a leg needs beyond a profession">
      {rules.map((rule, index) => (
        // They have no name of their own, and none moves.
        <div key={`${index}`} className={classes['rule']} role="group" aria-label={`Leg ${index + 1}`}>
          <div className={classes['times']}>
            <NativeSelect label="On" data={ACTIVITY_CODES.map((value) => ({ value, label: ACTIVITIES[value].name }))} value={rule.activity} onChange={({ currentTarget: { value } }) => put(index, { activity: ACTIVITY_CODES.find((code) => code === value) ?? rule.activity })} />
            <NativeSelect label="the leg" data={NEEDS.map((value) => ({ value, label: NEED_NAMES[value] }))} value={rule.need} onChange={({ currentTarget: { value } }) => put(index, { need: NEEDS.find((need) => need === value) ?? rule.need })} />
            <ActionButton label={`Take out leg ${index + 1}`} size="xs" tone="quiet" onAct={() => onChange(rules.filter((_, at) => at !== index))}>Take out</ActionButton>
          </div>
          <Checkbox.Group label="needs besides" value={rule.skills} onChange={(codes) => put(index, { skills: SKILLS.filter((skill) => codes.includes(skill)) })}>
            <div className={classes['activities']}>{SKILLS_BEYOND.map((skill) => <Checkbox key={skill} value={skill} label={SKILL_NAMES[skill]} />)}</div>
          </Checkbox.Group>
        </div>
      ))}
      <ActionButton label="A leg that needs more than a profession" size="xs" onAct={() => onChange([...rules, { activity: 'return-interview', need: 'independent-interviewer', skills: ['disabilities'] }])} refusal={rules.length >= 50 ? 'A policy names at most 50 such legs.' : undefined} />
    </div>
  );
}
