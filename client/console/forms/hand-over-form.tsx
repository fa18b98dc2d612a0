// Hands the case on with its pack: to which team, the risk now, what is outstanding, on what basis, with whom it was spoken.
import { NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { z } from 'zod';
import { endingIsDowngrade } from '../../../shared/domain/grade.ts';
import { listReceivingTeams, sendHandover } from '../../../shared/protocol/handovers.ts';
import { askSecond } from '../../../shared/protocol/incidents.ts';
import { OwedInPack } from '../../beside/owed-in-pack.tsx';
import { call, sentenceOf } from '../../live/api.ts';
import { useSend } from '../../live/send.ts';
import { say } from '../../ui/toast.tsx';
import { whyNotAskSecond, whyNotHandOver } from '../board/asked.ts';
import { useBoard } from '../board/board.tsx';
import type { FormProps } from './form-props.ts';
import { InlineForm } from './inline-form.tsx';
import { useFormDraft } from '../../ui/use-form-draft.ts';
import { WordsField } from '../../ui/words-field.tsx';

const Draft = z.object({ teamId: z.string(), riskNow: z.string(), outstanding: z.string(), sharingBasis: z.string(), legalPowers: z.string(), spokenWith: z.string() });
const EMPTY = { teamId: '', riskNow: '', outstanding: '', sharingBasis: '', legalPowers: '', spokenWith: '' };

export function HandOverForm({ incident, onClose }: FormProps) {
  const { me, now } = useBoard();
  const { send } = useSend();
  const { data: teams, error } = useQuery({ queryKey: ['receiving-teams'], queryFn: ({ signal }) => call(listReceivingTeams, {}, { signal }), staleTime: 5 * 60_000 });
  const { draft, change, clear } = useFormDraft(`${incident.id}.hand-over`, Draft, EMPTY);
  const team = teams?.find(({ id }) => id === draft.teamId);
  const asker = { staffId: me.staffId, now };
  const needsSecond = team?.kind === 'day-team' && endingIsDowngrade(incident);
  const [riskNow, sharingBasis] = [draft.riskNow.trim(), draft.sharingBasis.trim()];

  const refusal = error !== null ? sentenceOf(error) : team === undefined ? 'Choose who takes it.'
    : whyNotHandOver(incident, team.kind, asker)
      ?? (needsSecond ? whyNotAskSecond(incident, { kind: 'hand-over', receivingTeamId: team.id, dueAt: now.toISOString() }, asker) : undefined)
      ?? (riskNow === '' ? 'Write what the risk is now.' : sharingBasis === '' ? 'Write the basis for sharing: consent, or the reason without.' : undefined);
  const said = { sharingBasis, outstanding: draft.outstanding.trim() || null, legalPowers: draft.legalPowers.trim() || null, spokenWith: draft.spokenWith.trim() || null };
  const submit = async () => {
    if (team === undefined) return;
    const done = needsSecond
      ? await send(askSecond, { incidentId: incident.id, action: { kind: 'hand-over', receivingTeamId: team.id, pack: { riskNow, ...said } }, rationale: riskNow })
      : await send(sendHandover, {
        incidentId: incident.id, expectedVersion: incident.version, receivingTeamId: team.id, riskNow, ...said,
      });
    if (done === null) return;
    clear();
    onClose();
    say(needsSecond ? `A second person has been asked. Until then ${incident.ref} stays here.` : `Sent to ${team.name}.`, needsSecond ? undefined : `${incident.owner.name} owns it until a named person takes it over.`);
  };
  const field = (key: keyof typeof EMPTY) => ({ text: draft[key], onChange: (text: string) => change({ [key]: text }) });
  return (
    <InlineForm
      title="Hand over" submit={needsSecond ? 'Ask a second person' : 'Send the handover'} onSubmit={submit} onClose={onClose} refusal={refusal}
      says={needsSecond ? `Nobody has been there, and it is Grade ${incident.grade}: a second person must agree before a day team has it.` : 'The pack is frozen as sent. It stays with its owner until a named person takes it over.'}
    >
      <NativeSelect
        label="To" required data={[{ value: '', label: 'Choose' }, ...(teams ?? []).map(({ id, name, organisation, startsAt }) => ({ value: id, label: `${name} · ${organisation} · starts ${startsAt}` }))]}
        value={draft.teamId} onChange={({ currentTarget: { value } }) => change({ teamId: value })}
      />
      <WordsField label={needsSecond ? 'The risk now, and why it can wait for them' : 'The risk now'} required {...field('riskNow')} />
      <>
          <OwedInPack incident={incident} />
          <WordsField label="Outstanding besides: what, by whom, by when" {...field('outstanding')} />
          <WordsField label="Basis for sharing: consent, or the reason without" required minRows={1} {...field('sharingBasis')} />
          <WordsField label="Legal powers in force, and when they end" minRows={1} {...field('legalPowers')} />
          <TextInput label="Spoken with" placeholder="Urgent ones are also spoken" value={draft.spokenWith} maxLength={200} onChange={({ currentTarget: { value } }) => change({ spokenWith: value })} />
      </>
    </InlineForm>
  );
}
