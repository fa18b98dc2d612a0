// A note for the night: about whom, where, what to expect and the plan. It ends by itself.
import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { lodgeOvernightNote } from '../../../shared/protocol/handovers.ts';
import { useMe } from '../../live/me.tsx';
import { FieldGroup, FieldRow } from '../../ui/field.tsx';
import { dayAndTime } from '../../ui/time-text.ts';
import { say } from '../../ui/toast.tsx';
import { useNow } from '../../ui/use-now.tsx';
import { ActForm } from '../case/act-form.tsx';
import { saidOrNull, useDraftFields } from '../case/draft-fields.ts';
import { Pane } from '../case/pane.tsx';
import { useDeed } from '../case/use-deed.ts';
import { rightsOf } from '../desk-rights.ts';
import { useOpened } from '../opened.tsx';
import { useReceivingTeams } from '../receiving-teams.ts';
import { noteEnds } from './note-ends.ts';

export function LodgeNote() {
  const now = useNow();
  const me = useMe();
  const rights = rightsOf(me);
  const { back } = useOpened();
  const deed = useDeed();
  const teams = useReceivingTeams().filter(({ id }) => rights.isEdt || rights.teamIds.includes(id));
  const ends = noteEnds(now.toISOString());
  const { values, field, clear } = useDraftFields('lodge-note', { receivingTeamId: '', about: '', place: '', phone: '', body: '', plan: '', until: 'next-working-day' });
  const team = teams.find(({ id }) => id === values.receivingTeamId) ?? teams[0];
  const end = ends.find(({ code }) => code === values.until) ?? ends[0];
  const owed = values.about.trim() === '' ? 'Say whom it is about first.'
    : values.body.trim() === '' ? 'Say what may happen.'
      : values.plan.trim() === '' ? 'Say what the night should do: a note without a plan helps nobody at three.' : undefined;

  const lodge = async () => {
    if (team === undefined) return;
    await deed(lodgeOvernightNote, {
      receivingTeamId: team.id, about: values.about.trim(), place: saidOrNull(values.place), phone: saidOrNull(values.phone),
      body: values.body.trim(), plan: values.plan.trim(), expiresAt: end.at,
    });
    say(`The note about ${values.about.trim()} holds until ${dayAndTime(end.at, now)}.`);
    clear();
  };

  return (
    <Pane title="Lodge an overnight note" padded={false}>
      <ActForm
        title="For whoever covers the night"
        leadsTo="It surfaces when the same person, place or phone appears, and ends by itself."
        act="Lodge the note"
        refusal={team === undefined ? 'The list of teams has not come yet.' : owed}
        onAct={lodge}
        onClose={back}
      >
        <FieldRow>
          <NativeSelect label="From" {...field('receivingTeamId')} value={team?.id ?? ''} data={teams.map(({ id, name }) => ({ value: id, label: name }))} />
          <NativeSelect label="Holds until" {...field('until')} data={ends.map(({ code, at, words }) => ({ value: code, label: `${dayAndTime(at, now)} (${words})` }))} />
        </FieldRow>
        <FieldGroup name="About" hint="Written as it would be said on the phone: it is found by these.">
          <TextInput label="Full name, and age where it helps" required autoComplete="off" {...field('about')} />
          <FieldRow>
            <TextInput label="Address or place" autoComplete="off" {...field('place')} />
            <TextInput label="Phone" autoComplete="off" inputMode="tel" {...field('phone')} />
          </FieldRow>
        </FieldGroup>
        <Textarea label="What may happen" required {...field('body')} autosize minRows={2} maxRows={8} />
        <Textarea label="Plan for the night" required {...field('plan')} autosize minRows={2} maxRows={8} />
      </ActForm>
    </Pane>
  );
}
