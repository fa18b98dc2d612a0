// Books a visit by hand, or moves one that is booked: when, how long, one person for each leg, and what the family was told.
import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { ACTIVITIES } from '../../../shared/domain/activity.ts';
import { canStand, legWords } from '../../../shared/domain/leg-needs.ts';
import { ONLY_WORDS, onlyFor } from '../../../shared/domain/crew-gender.ts';
import { isStandingVisit } from '../../../shared/domain/booked-visit.ts';
import { isToldOtherwise } from '../../../shared/domain/decide-visit.ts';
import { orderOf } from '../../../shared/domain/family-window.ts';
import { plusMinutes } from '../../../shared/domain/instant.ts';
import { FIRST_PLANNING } from '../../../shared/domain/planning.ts';
import { bookVisit, listBookable, moveVisit } from '../../../shared/protocol/planning.ts';
import type { IncidentView, TaskView } from '../../../shared/protocol/views.ts';
import { call } from '../../live/api.ts';
import { usePolicyInForce } from '../../live/policy-in-force.ts';
import { FieldRow } from '../../ui/field.tsx';
import { readMoment } from '../../ui/local-moment.ts';
import { MomentField } from '../../ui/moment-field.tsx';
import { dayAndTime } from '../../ui/time-text.ts';
import { useFormDraft } from '../../ui/use-form-draft.ts';
import { useNow } from '../../ui/use-now.tsx';
import { WordsField } from '../../ui/words-field.tsx';
import type { SharedFormProps } from '../form-way.ts';
import classes from './visit.module.css';
import { byFitness, choiceOf, type Choice, type Person } from './who-could.ts';
import { BookDraft, bookDraftKey, gapOf } from './book-draft.ts';
import { orderWords, suitsWords, visitWords } from './visit-words.ts';
import { dateOf } from '../../../shared/domain/duty-night.ts';
import { skillsOn } from '../../../shared/domain/skill.ts';


const standing = (incident: IncidentView, taskId: string) => incident.visits.filter((visit) => visit.taskId === taskId && isStandingVisit(visit));
const openVisits = ({ tasks }: IncidentView): TaskView[] => tasks.filter(({ state, kind }) => state === 'open' && kind === 'visit');

export function BookForm({ incident, taskId, onClose, way }: SharedFormProps & { taskId: string | null }) {
  const tasks = openVisits(incident);
  const task = tasks.find(({ id }) => id === taskId) ?? tasks.find(({ id }) => standing(incident, id).length === 0) ?? tasks[0];
  const { Frame } = way;
  if (task === undefined) return <Frame title="Book a visit" says="There is no open task to visit for. Add one first (T)." submit="Book it" onSubmit={async () => null} onClose={onClose} refusal="There is no open task to visit for." />;
  return <Booking key={task.id} incident={incident} task={task} onClose={onClose} way={way} />;
}

function Booking({ incident, task, onClose, way: { Frame, send } }: SharedFormProps & { task: TaskView }) {
  const now = useNow();
  const planning = usePolicyInForce()?.body.planning ?? FIRST_PLANNING;
  const before = standing(incident, task.id);
  const bookingId = before[0]?.bookingId;
  const window = incident.windows.find(({ taskId, endedAt }) => taskId === task.id && endedAt === null);
  const order = window === undefined ? null : orderOf(window);
  const { draft, change, clear } = useFormDraft(bookDraftKey(task.id, bookingId ?? null), BookDraft, {
    begins: '', minutes: String(planning.visitMinutes), after: String(before.length > 1 ? gapOf(before) : order?.leastMinutes ?? 0), staffIds: Object.fromEntries(before.map(({ legId, staffId }) => [legId, staffId])), isFixed: false, reason: '', told: '',
  });
  const legs = incident.legs.filter(({ taskId }) => taskId === task.id).toSorted((a, b) => a.position - b.position);
  const read = draft.begins.trim() === '' ? null : readMoment(draft.begins, now, 'future');
  const beginsAt = read?.at ?? null;
  const [minutes, after] = [wholeOf(draft.minutes), wholeOf(draft.after)];
  const visits = beginsAt === null || minutes === null || after === null ? [] : legs.map(({ id, position }) => ({ legId: id, staffId: draft.staffIds[id] ?? '', fromAt: plusMinutes(beginsAt, (order === null ? position : id === order.firstLegId ? 0 : 1) * after), minutes }));
  const people = useBookable(visits.map(({ fromAt }) => fromAt).toSorted(), minutes ?? 0);
  const mustTell = bookingId !== undefined && visits.length > 0 && isToldOtherwise({ promises: incident.promises, incident }, before, visits, planning);
  const late = beginsAt !== null && incident.dueAt !== null && incident.attendedAt === null && beginsAt > incident.dueAt;

  const choicesFor = (leg: IncidentView['legs'][number]): Choice[] => {
    const visit = visits.find(({ legId }) => legId === leg.id);
    const at = visit === undefined ? null : { fromAt: visit.fromAt, untilAt: plusMinutes(visit.fromAt, visit.minutes) };
    return byFitness((people ?? []).filter(({ profession, certificates }) => canStand(profession, leg, skillsOn(certificates, dateOf(at?.fromAt ?? now.toISOString())))).map((person) => choiceOf(person, at, before, now)));
  };
  const only = onlyFor(incident.warnings.map(({ kind }) => kind));
  const warnings = legs.flatMap((leg) => choicesFor(leg).find(({ value }) => value === draft.staffIds[leg.id])?.warning ?? []);
  const refusal = read?.problem ?? (beginsAt === null ? 'Say when it begins.' : minutes === null || minutes < 5 ? 'Say how many minutes it takes.' : after === null ? 'Say how long after the first leg the second begins: 0 is at the same time.'
    : visits.some(({ staffId }) => staffId === '') ? 'Name one person for each leg.' : bookingId !== undefined && draft.reason.trim() === '' ? 'Say why it is moved.'
      : mustTell && draft.told.trim() === '' ? 'They were told another time. Ring them first, then write down what they were told now.' : undefined);
  const submit = async () => {
    const said = { taskId: task.id, visits, isFixed: draft.isFixed, told: draft.told.trim() || null };
    const done = bookingId === undefined ? await send(bookVisit, said) : await send(moveVisit, { ...said, bookingId, reason: draft.reason.trim() });
    if (done === null) return;
    clear();
    onClose();
  };
  return (
    <Frame
      title={`${bookingId === undefined ? 'Book' : 'Move'} a visit: ${ACTIVITIES[task.activity].name.toLowerCase()}`} submit={bookingId === undefined ? 'Book it' : 'Move it'} onSubmit={submit} onClose={onClose} refusal={refusal}
      says={[
        before.length > 0 ? `Booked now: ${visitWords(before, now)}.` : '', window === undefined ? '' : `It suits them ${suitsWords(window, now, legs)}: “${window.said}”.`,
        incident.dueAt !== null && incident.attendedAt === null ? `The target is ${dayAndTime(incident.dueAt, now)}.` : '', late ? 'This is after it.' : '', only === null ? '' : `The visit is for ${ONLY_WORDS[only]}: whoever is not recorded so cannot be booked.`,
      ].filter(Boolean).join(' ')}
    >
      <FieldRow>
        <MomentField label="Begins" side="future" required text={draft.begins} onChange={(begins) => change({ begins })} whenEmpty="a time that is to come" placeholder="Sat 15:20" />
        <TextInput label="Minutes" inputMode="numeric" value={draft.minutes} onChange={({ currentTarget: { value } }) => change({ minutes: value })} />
        {legs.length > 1 && <TextInput label="Second leg, minutes later" inputMode="numeric" value={draft.after} onChange={({ currentTarget: { value } }) => change({ after: value })} description={order === null ? '0: at the same time' : orderWords(order, legs)} inputWrapperOrder={['label', 'input', 'description', 'error']} />}
      </FieldRow>
      {legs.map((leg) => (
        <NativeSelect
          key={leg.id} label={legWords(leg).replace(/^./, (letter) => letter.toUpperCase())} required value={draft.staffIds[leg.id] ?? ''} onChange={({ currentTarget: { value } }) => change({ staffIds: { ...draft.staffIds, [leg.id]: value } })}
          data={[{ value: '', label: people === null ? 'Being asked …' : visits.length === 0 ? 'Say when first' : 'Choose somebody' }, ...choicesFor(leg).map(({ warning: _said, ...choice }) => choice)]}
        />
      ))}
      {warnings.length > 0 && <p className={classes['warning']} role="status">{warnings.join(', ')}: book it all the same only if they have agreed to.</p>}
      <Checkbox label="Fixed: it is never moved, by nobody" checked={draft.isFixed} onChange={({ currentTarget: { checked } }) => change({ isFixed: checked })} />
      {bookingId !== undefined && <WordsField label="Why it is moved" required text={draft.reason} onChange={(reason) => change({ reason })} />}
      <WordsField label="What the family was told" required={mustTell} text={draft.told} onChange={(told) => change({ told })} placeholder="Rung and told: between 15:20 and 16:20. Empty: nobody has told them yet" />
    </Frame>
  );
}

const wholeOf = (text: string): number | null => (/^\d{1,3}$/.test(text.trim()) ? Number(text) : null);

/** Null while nobody has answered. */
function useBookable(begins: readonly string[], minutes: number): Person[] | null {
  const fromAt = begins[0];
  const untilAt = plusMinutes(begins.at(-1) ?? '2000-01-01T00:00:00.000Z', Math.max(1, minutes));
  const { data } = useQuery({ queryKey: ['bookable', fromAt ?? null, untilAt], enabled: fromAt !== undefined, staleTime: 10_000, queryFn: ({ signal }) => call(listBookable, { fromAt: fromAt ?? untilAt, untilAt }, { signal }) });
  return data ?? (fromAt === undefined ? [] : null);
}
