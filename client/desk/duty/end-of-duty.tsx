// Ending one's duty: what is still held is shown, and goes to somebody on duty by name before one may leave.
import { useQuery } from '@tanstack/react-query';
import { NativeSelect } from '@mantine/core';
import { bookOff, handOn, listOnDuty } from '../../../shared/protocol/duties.ts';
import type { IncidentView } from '../../../shared/protocol/views.ts';
import { call, sentenceOf } from '../../live/api.ts';
import { useLiveList } from '../../live/live-store.tsx';
import { useMe, useReloadMe } from '../../live/me.tsx';
import { GradeShape } from '../../ui/grade-shape.tsx';
import { say } from '../../ui/toast.tsx';
import { ActForm } from '../case/act-form.tsx';
import { useDraftFields } from '../case/draft-fields.ts';
import { Pane } from '../case/pane.tsx';
import { useDeed } from '../case/use-deed.ts';
import { useOpened } from '../opened.tsx';
import { HoldingList } from '../../forms/duty/holding-list.tsx';
import { useHolding } from '../../forms/duty/use-holding.ts';
import { shortRef } from '../short-ref.ts';
import classes from './end-of-duty.module.css';
import { whatIHold } from './what-i-hold.ts';

const SEAT_NAMES = { responder: 'in a crew', control: 'in control', edt: 'at the EDT desk' } as const;

export function EndOfDuty() {
  const me = useMe();
  const { owned, working } = whatIHold(useLiveList('incident'), me);
  const { of, lines } = useHolding();
  const drafts = lines.filter(({ kind }) => kind === 'draft').length;
  return (
    <Pane title="End of duty" padded={false}>
      {/* The cases themselves stand below, where they are handed on. */}
      {lines.some(({ kind }) => kind !== 'incident') && <div className={classes['holding']}><HoldingList of={(ends) => of(ends).filter(({ kind }) => kind !== 'incident')} /></div>}
      {(owned.length > 0 || drafts > 0) && <HandOn owned={owned} />}
      {owned.length === 0 && drafts === 0 && working.length > 0 && <Holding heading="You still have a phone task to finish" incidents={working} />}
      {owned.length === 0 && drafts === 0 && <BookOff refusal={working[0] && `Your phone task on ${working[0].ref} is not finished. Say what came of it, or that nobody answered, first.`} />}
    </Pane>
  );
}

function HandOn({ owned }: { owned: readonly IncidentView[] }) {
  const me = useMe();
  const deed = useDeed();
  const { values, field, clear } = useDraftFields('hand-on', { toStaffId: '' });
  const { data = [], error } = useQuery({ queryKey: ['on-duty'], queryFn: ({ signal }) => call(listOnDuty, {}, { signal }), staleTime: 30_000 });
  const people = data.filter(({ staffId }) => staffId !== me.staffId);
  const to = people.find(({ staffId }) => staffId === values.toStaffId);
  const owed = error ? sentenceOf(error)
    : people.length === 0 ? 'Nobody else is on duty. Ring the manager on call: nothing may be left without an owner.'
      : to === undefined ? 'Choose somebody on duty first.' : undefined;
  const give = async () => {
    if (me.duty === null || to === undefined) return;
    await deed(handOn, { dutyId: me.duty.id, toStaffId: to.staffId });
    clear();
    say(`${to.name} has everything that you held.`);
  };
  return (
    <>
      {owned.length > 0 && <Holding heading={owned.length === 1 ? 'You still hold one case' : `You still hold ${owned.length} cases`} incidents={owned} />}
      <ActForm
        title="Hand all of it to"
        leadsTo="Tell them first: they own it from the moment you press. What waits to be taken over goes with it, its clock unchanged."
        act={to === undefined ? 'Hand it all on' : `Hand it all to ${to.name}`}
        refusal={owed}
        onAct={give}
        // What follows in its place is the end of duty itself.
        staysOpen
        onClose={useOpened().back}
      >
        <NativeSelect
          aria-label="Somebody on duty"
          {...field('toStaffId')}
          data={[{ value: '', label: 'Choose somebody on duty' }, ...people.map(({ staffId, name, seat }) => ({ value: staffId, label: `${name}, ${SEAT_NAMES[seat]}` }))]}
        />
      </ActForm>
    </>
  );
}

function BookOff({ refusal }: { refusal: string | undefined }) {
  const me = useMe();
  const reloadMe = useReloadMe();
  const deed = useDeed();
  const { back } = useOpened();
  const end = async () => {
    if (me.duty === null) return;
    await deed(bookOff, { dutyId: me.duty.id });
    await reloadMe();
    say('Your duty has ended. You hold nothing.');
  };
  return <ActForm title={`You, ${me.name}, end your duty`} leadsTo={refusal === undefined ? 'You hold nothing.' : undefined} act="End of duty" refusal={refusal} onAct={end} onClose={back} />;
}

function Holding({ heading, incidents }: { heading: string; incidents: readonly IncidentView[] }) {
  return (
    <section className={classes['holding']} aria-label={heading}>
      <h3 className={classes['heading']}>{heading}</h3>
      <ul className={classes['list']}>
        {incidents.map(({ id, ref, grade, gradedAt, summary, handovers }) => (
          <li key={id}>
            <GradeShape grade={grade} provisional={gradedAt === null} size="sm" /> <strong>{shortRef(ref)}</strong> {summary}
            {handovers.some(({ state }) => state === 'sent') && <span className={classes['dim']}> (waits to be taken over)</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
