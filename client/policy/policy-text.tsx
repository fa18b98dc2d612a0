// A published policy in words: every rule with its conditions and its reason, every time and every warning.
import { APART_NAME, CREW_CLOCK_NAMES, STAY_NAMES } from '../../shared/domain/crew-policy.ts';
import { Table } from '@mantine/core';
import { elapsedText } from '../../shared/domain/elapsed-text.ts';
import { GRADE_MEANS } from '../../shared/domain/grade.ts';
import type { DraftPolicy } from '../../shared/domain/policy.ts';
import { DISTRICTS } from '../../shared/domain/district.ts';
import { PLANNING_NAMES } from '../../shared/domain/planning.ts';
import { ACTIVITIES } from '../../shared/domain/activity.ts';
import { legWords } from '../../shared/domain/leg-needs.ts';
import { DRIVER_NAME, SENDING_NAMES, SOLO_FIRST_NAME } from '../../shared/domain/sending-policy.ts';
import { WORKING_NAMES } from '../../shared/domain/working.ts';
import { CLOCK_NAMES, WARNING_NAMES, whenWords } from '../../shared/domain/policy-words.ts';
import { Failed } from '../live/failed.tsx';
import { Fact, Facts } from '../ui/facts.tsx';
import { GradeShape } from '../ui/grade-shape.tsx';
import { SkeletonRows } from '../ui/skeleton-rows.tsx';
import { ExportLink } from './export-link.tsx';
import classes from './policy.module.css';
import { usePublishedBody } from './use-policies.ts';

export function PolicyText({ policyId }: { policyId: string }) {
  const { data, error, refetch } = usePublishedBody(policyId);
  if (error) return <Failed error={error} again={refetch} />;
  if (data === undefined) return <SkeletonRows of="the policy" rows={8} />;
  return (
    <article>
      <header className={classes['head']}>
        <h2 className={classes['title']}>Version {data.version} · {data.body.name}</h2>
        <ExportLink body={data.body} name={`policy-version-${data.version}`} />
      </header>
      <Rules body={data.body} />
      <Times body={data.body} />
    </article>
  );
}

function Rules({ body: { rules, otherwise } }: { body: DraftPolicy }) {
  return (
    <Table className={classes['table'] ?? ''} captionSide="top">
      <Table.Caption>The strictest rule that speaks proposes the grade. What is not known never lowers it.</Table.Caption>
      <Table.Thead><Table.Tr><Table.Th>Grade</Table.Th><Table.Th>When</Table.Th><Table.Th>Said as</Table.Th></Table.Tr></Table.Thead>
      <Table.Tbody>
        {rules.toSorted((a, b) => a.grade - b.grade).map(({ code, grade, when, because }) => (
          <Table.Tr key={code}><Table.Td><GradeShape grade={grade} size="sm" /></Table.Td><Table.Td>{whenWords(when)}</Table.Td><Table.Td>{because}</Table.Td></Table.Tr>
        ))}
        <Table.Tr><Table.Td><GradeShape grade={otherwise.grade} size="sm" /></Table.Td><Table.Td>no rule speaks</Table.Td><Table.Td>{otherwise.because}</Table.Td></Table.Tr>
      </Table.Tbody>
    </Table>
  );
}

function Times({ body: { targetMinutes, warnMinutes, clocks, followUpMinutes, taking, sending: { arrivalBandMinutes, oldPositionMinutes, answerMinutes, legOwedMinutes, holdMinutes, soloFirst, legSkills, driverNeeded, ...roads }, planning: { reserve, visitFrom, visitUntil, ...planning }, crew: { stay, apartMetres, ...crew }, working: { certificateDays, ...working } } }: { body: DraftPolicy }) {
  return (
    <Facts>
      <Fact name="Grade 2">attended within {elapsedText(targetMinutes[2])}</Fact>
      <Fact name="Grade 3">attended within {elapsedText(targetMinutes[3])}</Fact>
      <Fact name="Grade 4">{GRADE_MEANS[4]}</Fact>
      <Fact name="Warned of"><Lines of={WARNING_NAMES} minutes={warnMinutes} /></Fact>
      <Fact name="Other clocks"><Lines of={CLOCK_NAMES} minutes={clocks} /><p className={classes['plain']}>A follow-up is decided within {elapsedText(followUpMinutes)}</p></Fact>
      <Fact name="Sending">
        <Lines of={SENDING_NAMES} minutes={{ arrivalBandMinutes, oldPositionMinutes, answerMinutes, legOwedMinutes, holdMinutes }} />
        <p className={classes['plain']}>{SOLO_FIRST_NAME}: {soloFirst.map((code) => ACTIVITIES[code].name.toLowerCase()).join(', ') || 'nothing'}</p>
        {driverNeeded && <p className={classes['plain']}>{DRIVER_NAME}</p>}
        {legSkills.map(({ activity, need, skills }) => <p key={`${activity} ${need} ${skills.join()}`} className={classes['plain']}>{ACTIVITIES[activity].name}: the {legWords({ need, skills })}</p>)}
        <p className={classes['plain']}>Where no router answers, a drive is the straight line × {roads.roadFactor}, at {roads.busyKmh} km/h from {roads.busyFrom} to {roads.busyUntil} and {roads.quietKmh} km/h at other hours</p>
      </Fact>
      <Fact name="Looking after the crew"><Lines of={CREW_CLOCK_NAMES} minutes={crew} /><p className={classes['plain']}>{APART_NAME} {apartMetres} m</p><Lines of={STAY_NAMES} minutes={stay} /></Fact>
      <Fact name="Working hours"><Lines of={WORKING_NAMES} minutes={working} /><p className={classes['plain']}>A certificate is warned of {certificateDays} days before its last day</p></Fact>
      <Fact name="Booked visits">
        <Lines of={PLANNING_NAMES} minutes={planning} />
        <p className={classes['plain']}>A plan visits from {visitFrom} until {visitUntil}, unless a family said when it suits them</p>
        {reserve.map(({ districtCode, days, from, until, crews }) => (
          <p key={`${districtCode} ${from} ${days.join('')}`} className={classes['plain']}>{crews === 1 ? 'A crew stays' : `${crews} crews stay`} free for a Grade 2 in {districtNamed(districtCode)}, {from} to {until}, {daysWords(days)}</p>
        ))}
      </Fact>
      <Fact name="Taken">
        {taking.hours.length === 0 ? 'at any hour' : `in ${taking.hours.length} stretches of hours a week`}{taking.servedAreasOnly && ', in the areas served only'}
        {taking.notWhen.map(({ code, when, because }) => <p key={code} className={classes['plain']}>Not when {whenWords(when)}: {because}</p>)}
      </Fact>
    </Facts>
  );
}

const districtNamed = (code: string): string => DISTRICTS.find((district) => district.code === code)?.name ?? code;
const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const daysWords = (days: readonly number[]): string => (days.length === 7 ? 'every day' : days.map((day) => DAYS[day]).join(', '));

function Lines<K extends string>({ of, minutes }: { of: Readonly<Record<K, string>>; minutes: Readonly<Record<K, number>> }) {
  return Object.entries<string>(of).map(([key, words]) => <p key={key} className={classes['plain']}>{words} {elapsedText(new Map(Object.entries<number>(minutes)).get(key) ?? 0)}</p>);
}
