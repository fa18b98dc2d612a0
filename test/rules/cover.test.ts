// A joint task is covered by both legs or not at all, and "nobody there yet" is never confused with "both going".
import { describe, expect, test } from '@jest/globals';
import { canFill, NEEDS, PROFESSIONS, type Need, type Profession } from '../../shared/domain/activity.ts';
import { SKILLS } from '../../shared/domain/skill.ts';
import { coverTask, type TaskCover } from '../../shared/domain/cover.ts';
import type { IncidentFile } from '../../shared/domain/incident-file.ts';
import { advanced, declined, evening, joint, outcome, sent, stoodDown, task } from './evening.ts';

function coverOf(file: IncidentFile): TaskCover {
  const [only] = file.tasks;
  if (only === undefined) throw new Error('no task');
  return coverTask(only, file.legs, file.assignments);
}
const constable = sent('wren', 'constable');
const socialWorker = sent('lark', 'social-worker');
const both = [joint, constable, socialWorker] as const;

describe('a joint task', () => {
  test('with nobody sent is uncovered and names both legs', () => expect(coverOf(evening(joint))).toEqual({ state: 'uncovered', missing: ['police', 'social-work'] }));

  test.each<[string, Need, typeof constable]>([['constable', 'social-work', constable], ['social worker', 'police', socialWorker]])('with only a %s sent names the other leg', (_who, missing, one) => {
    expect(coverOf(evening(joint, one))).toEqual({ state: 'part-sent', missing: [missing] });
  });

  test('stays uncovered by its missing leg however far the one has got', () => {
    expect(coverOf(evening(joint, constable, advanced('wren', 'going')))).toEqual({ state: 'part-sent', missing: ['social-work'] });
    expect(coverOf(evening(joint, constable, advanced('wren', 'there')))).toEqual({ state: 'part-there', missing: ['social-work'] });
    expect(coverOf(evening(joint, constable, advanced('wren', 'there'), advanced('wren', 'left')))).toEqual({ state: 'part-sent', missing: ['social-work'] });
  });

  test('says sent while one has yet to go, going when both are, part there and there as they arrive, and left when both have', () => {
    const going = [...both, advanced('wren', 'going'), advanced('lark', 'going')];
    const there = [...going, advanced('wren', 'there'), advanced('lark', 'there')];
    const states = [both, [...both, advanced('wren', 'going')], going, [...going, advanced('wren', 'there')], there, [...there, advanced('wren', 'left')], [...there, advanced('wren', 'left'), advanced('lark', 'left')]]
      .map((deeds) => coverOf(evening(...deeds)).state);
    expect(states).toEqual(['sent', 'sent', 'going', 'part-there', 'there', 'there', 'left']);
  });

  test('is asked for again when a leg declines or is stood down', () => {
    expect(coverOf(evening(...both, declined('lark')))).toEqual({ state: 'part-sent', missing: ['social-work'] });
    expect(coverOf(evening(...both, advanced('wren', 'going'), stoodDown('wren')))).toEqual({ state: 'part-sent', missing: ['police'] });
    expect(coverOf(evening(...both, stoodDown('wren', 'lark')))).toEqual({ state: 'uncovered', missing: ['police', 'social-work'] });
  });

  test('takes another after one declined, and the one who stands covers the leg', () => {
    expect(coverOf(evening(...both, declined('lark'), sent('siskin', 'social-worker')))).toEqual({ state: 'sent', missing: [] });
  });

  test('is served by one who left after being there, and not by one who left on the way', () => {
    const one = [...both, advanced('lark', 'going')] as const;
    expect(coverOf(evening(...one, advanced('wren', 'there'), advanced('wren', 'left')))).toEqual({ state: 'going', missing: [] });
    expect(coverOf(evening(...one, advanced('wren', 'going'), advanced('wren', 'left')))).toEqual({ state: 'part-sent', missing: ['police'] });
  });

  test('misses nobody once it has ended', () => {
    expect(coverOf(evening(...both, advanced('wren', 'there'), outcome(), advanced('wren', 'left'), stoodDown('lark')))).toEqual({ state: 'ended', missing: [] });
  });
});

describe('who can stand in a leg', () => {
  const fits = (need: Need): Profession[] => PROFESSIONS.filter((profession) => canFill(profession, need, SKILLS));

  test('a constable’s powers are a constable’s; elsewhere a PCSO will do', () => {
    expect(fits('constable')).toEqual(['constable']);
    expect(fits('police')).toEqual(['constable', 'pcso']);
  });
  test('an assessment needs an AMHP’s approval, and whoever holds it can stand in any social work leg', () => {
    expect(fits('amhp')).toEqual(['social-worker', 'amhp']);
    expect(fits('social-work')).toEqual(expect.arrayContaining(['amhp', 'social-worker']));
  });
  test('an interviewer is independent of placement and police', () => expect(fits('independent-interviewer')).toEqual(['youth-worker']));
  test('no leg is one that nobody can stand in, and nobody police stands in a social work leg', () => {
    for (const need of NEEDS) expect(fits(need)).not.toEqual([]);
    expect(fits('social-work').filter((profession) => canFill(profession, 'police', SKILLS))).toEqual([]);
  });
  test('a task of one leg is covered by one', () => {
    expect(coverOf(evening(task('visit', ['social-work']), sent('lark', 'social-worker'), advanced('lark', 'going')))).toEqual({ state: 'going', missing: [] });
  });
});
