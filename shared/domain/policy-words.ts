// A policy in words: what a condition asks, what each figure is for, and what one version changes of another.
import { ACTIVITIES, ACTIVITY_CODES } from './activity.ts';
import { APART_NAME, CREW_CLOCK_NAMES, STAY_NAMES } from './crew-policy.ts';
import { elapsedText } from './elapsed-text.ts';
import { FLAG_NAMES, MISSING_RISK_NAMES } from './incident-words.ts';
import type { Condition, DraftPolicy } from './policy.ts';
import { PLANNING_NAMES } from './planning.ts';
import { QUESTIONS } from './question.ts';
import { WORKING_NAMES } from './working.ts';
import { DRIVER_NAME, SENDING_NAMES, SOLO_FIRST_NAME } from './sending-policy.ts';

const either = (words: readonly string[]): string => (words.length === 0 ? '…' : words.join(' or '));

export function conditionWords(condition: Condition): string {
  switch (condition.fact) {
    case 'answer': return `“${QUESTIONS[condition.question].asks}” ${condition.is ? 'Yes' : 'No'}`;
    case 'flag': return `flagged ${either(condition.anyOf.map((flag) => FLAG_NAMES[flag].toLowerCase()))}`;
    case 'missing': return `missing, ${either(condition.risk.map((risk) => MISSING_RISK_NAMES[risk]))}`;
  }
}
export const whenWords = (when: readonly Condition[]): string => when.map(conditionWords).join(', and ');

export const WARNING_NAMES = {
  ungraded: 'Nobody has graded, after', grade2Unallocated: 'Grade 2, not everybody sent, after', grade2Imminent: 'Grade 2 soon due, before its deadline by',
  grade3Unbooked: 'Grade 3, nobody sent or booked, after', grade3Unattended: 'Grade 3, nobody there, after',
} as const satisfies Record<keyof DraftPolicy['warnMinutes'], string>;

export const CLOCK_NAMES = {
  returnInterview: 'A return home interview is due within', returnInterviewWarning: 'and is warned of before that by', callBack: 'A caller is rung back within', closedNews: 'News on a closed incident is looked at within',
  reassess: 'A fresh assessment is made within', dispute: 'A dispute about who leads is answered within', climbToSupervisor: 'An alarm goes on to the supervisor after', climbToOnCall: 'and from there to the people on call after',
} as const satisfies Record<keyof DraftPolicy['clocks'], string>;

type Changes = (before: DraftPolicy, after: DraftPolicy) => string[];
/** Whatever the order of the keys: a database keeps its own. */
const inOrder = (value: unknown): unknown => (Array.isArray(value) ? value.map(inOrder)
  : typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([key, part]) => [key, inOrder(part)])) : value);
const same = (one: unknown, other: unknown): boolean => JSON.stringify(inOrder(one)) === JSON.stringify(inOrder(other));
const figure = (name: string, before: number, after: number): string[] => (before === after ? [] : [`${name}: ${elapsedText(before)} becomes ${elapsedText(after)}.`]);

const rules: Changes = (before, after) => [
  ...after.rules.flatMap((rule) => {
    const old = before.rules.find(({ code }) => code === rule.code);
    if (old === undefined) return [`New rule, Grade ${rule.grade}: ${rule.because}, when ${whenWords(rule.when)}.`];
    return same(old, rule) ? [] : [`Changed rule “${old.because}”: Grade ${old.grade} when ${whenWords(old.when)}, becomes Grade ${rule.grade} when ${whenWords(rule.when)}${old.because === rule.because ? '' : `, said as “${rule.because}”`}.`];
  }),
  ...before.rules.filter(({ code }) => !after.rules.some((rule) => rule.code === code)).map(({ grade, because }) => `No longer a rule: ${because} (Grade ${grade}).`),
];

const figures: Changes = (before, after) => [
  ...figure('Grade 2, attended within', before.targetMinutes[2], after.targetMinutes[2]), ...figure('Grade 3, attended within', before.targetMinutes[3], after.targetMinutes[3]),
  ...figure('A follow-up is decided within', before.followUpMinutes, after.followUpMinutes),
  ...keysOf(WARNING_NAMES).flatMap((key) => figure(WARNING_NAMES[key], before.warnMinutes[key], after.warnMinutes[key])),
  ...keysOf(CLOCK_NAMES).flatMap((key) => figure(CLOCK_NAMES[key], before.clocks[key], after.clocks[key])),
  ...keysOf(SENDING_NAMES).flatMap((key) => figure(SENDING_NAMES[key], before.sending[key], after.sending[key])),
  ...keysOf(PLANNING_NAMES).flatMap((key) => figure(PLANNING_NAMES[key], before.planning[key], after.planning[key])),
  ...keysOf(CREW_CLOCK_NAMES).flatMap((key) => figure(CREW_CLOCK_NAMES[key], before.crew[key], after.crew[key])),
  ...keysOf(WORKING_NAMES).flatMap((key) => figure(WORKING_NAMES[key], before.working[key], after.working[key])),
  ...(before.working.certificateDays === after.working.certificateDays ? [] : [`A certificate is warned of before its last day by: ${before.working.certificateDays} days becomes ${after.working.certificateDays} days.`]),
  ...(before.crew.apartMetres === after.crew.apartMetres ? [] : [`${APART_NAME}: ${before.crew.apartMetres} m becomes ${after.crew.apartMetres} m.`]),
  ...ACTIVITY_CODES.flatMap((code) => figure(STAY_NAMES[code] ?? code, before.crew.stay[code], after.crew.stay[code])),
];
const keysOf = <T extends object>(names: T): (keyof T)[] => Object.keys(names) as (keyof T)[];

const roads = ({ sending: { roadFactor, busyFrom, busyUntil, busyKmh, quietKmh } }: DraftPolicy) => ({ roadFactor, busyFrom, busyUntil, busyKmh, quietKmh });

/** A sentence each; none where the two say the same. */
export const policyChanges: Changes = (before, after) => [
  ...rules(before, after),
  ...(same(before.otherwise, after.otherwise) ? [] : [`When no rule speaks: Grade ${before.otherwise.grade} becomes Grade ${after.otherwise.grade} (${after.otherwise.because}).`]),
  ...figures(before, after),
  ...(same(before.sending.soloFirst, after.sending.soloFirst) ? [] : [`${SOLO_FIRST_NAME}: ${after.sending.soloFirst.map((code) => ACTIVITIES[code].name.toLowerCase()).join(', ') || 'nothing'}.`]),
  ...(before.sending.driverNeeded === after.sending.driverNeeded ? [] : [`${DRIVER_NAME}: ${after.sending.driverNeeded ? 'yes' : 'no'}.`]),
  ...(same(before.sending.legSkills, after.sending.legSkills) ? [] : ['What a leg needs beyond a profession changes.']),
  ...(same(roads(before), roads(after)) ? [] : ['How a drive is estimated changes.']),
  ...(before.planning.visitFrom === after.planning.visitFrom && before.planning.visitUntil === after.planning.visitUntil ? [] : [`A plan visits from ${after.planning.visitFrom} until ${after.planning.visitUntil}, before that from ${before.planning.visitFrom} until ${before.planning.visitUntil}.`]),
  ...(same(before.planning.reserve, after.planning.reserve) ? [] : ['The crews kept free for a Grade 2, by area and hour, change.']),
  ...(same(before.taking, after.taking) ? [] : ['When calls are taken, and what is not taken, changes.']),
];
