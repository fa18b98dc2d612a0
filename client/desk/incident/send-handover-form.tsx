// Sending a case on: what a day team must hear of it, by when somebody must have it, and with whom it was spoken about.
import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { endingIsDowngrade } from '../../../shared/domain/grade.ts';
import { refusalSentence } from '../../../shared/domain/refusal.ts';
import { sendHandover } from '../../../shared/protocol/handovers.ts';
import { askSecond } from '../../../shared/protocol/incidents.ts';
import { OwedInPack } from '../../beside/owed-in-pack.tsx';
import { FieldRow } from '../../ui/field.tsx';
import { say } from '../../ui/toast.tsx';
import { useNow } from '../../ui/use-now.tsx';
import { ActForm } from '../case/act-form.tsx';
import { saidOrNull, useDraftFields } from '../case/draft-fields.ts';
import { useDeed } from '../case/use-deed.ts';
import { useReceivingTeams } from '../receiving-teams.ts';
import type { FormProps } from './form-props.ts';
import { dueText } from './handover-due.ts';
import { rationaleOf } from './handover-rationale.ts';
import { SharingBasis } from './sharing-basis.tsx';
import { whyNotAsked, whyNotHandedOver } from './why-not.ts';

const EMPTY = { receivingTeamId: '', riskNow: '', outstanding: '', sharingBasis: '', legalPowers: '', spokenWith: '', unattended: '' };

export function SendHandoverForm({ incident, onClose }: FormProps) {
  const now = useNow();
  const teams = useReceivingTeams();
  const deed = useDeed();
  const { values, set, field, clear } = useDraftFields(`hand-over.${incident.id}`, EMPTY);
  const team = teams.find(({ id }) => id === values.receivingTeamId);
  const second = team?.kind === 'day-team' && endingIsDowngrade(incident);
  const urgent = incident.grade <= 2 || incident.missingRisk === 'high' || incident.missingRisk === 'medium';
  const owed = team === undefined ? 'Choose who takes it over.' : whyNotHandedOver(incident, team.kind)
    ?? (second ? whyNotAsked(incident) : undefined)
    ?? (values.riskNow.trim() === '' ? 'Say what the risk is now: it is the first thing they will ask.' : undefined)
    ?? (values.sharingBasis.trim() === '' ? 'Say on what basis this is shared.' : undefined)
    ?? (second && values.unattended.trim() === '' ? 'Say why it can go with nobody having been there: a supervisor must agree.' : undefined);

  const act = async () => {
    if (team === undefined) return;
    const said = {
      riskNow: values.riskNow.trim(), outstanding: saidOrNull(values.outstanding), sharingBasis: values.sharingBasis.trim(), legalPowers: saidOrNull(values.legalPowers), spokenWith: saidOrNull(values.spokenWith),
    };
    if (second) {
      await deed(askSecond, { incidentId: incident.id, action: { kind: 'hand-over', receivingTeamId: team.id, pack: said }, rationale: rationaleOf(values) });
    } else {
      await deed(sendHandover, {
        incidentId: incident.id, expectedVersion: incident.version, receivingTeamId: team.id, ...said,
      });
    }
    clear();
    say(
      second ? `A supervisor has been asked. When they agree, ${incident.ref} goes to ${team.name} by itself.` : `${incident.ref} was sent to ${team.name}.`,
      'It stays yours until a named person there takes it over.',
    );
  };

  return (
    <ActForm
      title="Hand over"
      leadsTo={second
        ? refusalSentence({ code: 'downgrade-needs-second-person', facts: { grade: String(incident.strictest) } })
        : 'The pack is made from the record as it stands, with what you add here. It stays yours until somebody takes it over by name.'}
      act={second ? 'Ask a supervisor to agree' : `Send it${team === undefined ? '' : ` to ${team.name}`}`}
      refusal={owed}
      onAct={act}
      onClose={onClose}
    >
      <NativeSelect
        label="To"
        required
        {...field('receivingTeamId')}
        data={[{ value: '', label: 'Choose a team' }, ...teams.map(({ id, name }) => ({ value: id, label: name }))]}
        description={team && dueText(team, now)}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
      />
      {second && <Textarea label="Why it can go with nobody having been there" required {...field('unattended')} autosize minRows={2} maxRows={6} />}
      <Textarea label="Risk now" required {...field('riskNow')} autosize minRows={2} maxRows={6} />
      <OwedInPack incident={incident} />
      <Textarea label="Outstanding besides: what, by whom, by when" {...field('outstanding')} autosize minRows={1} maxRows={6} />
      <SharingBasis value={values.sharingBasis} onChange={(text) => set('sharingBasis', text)} />
      <FieldRow>
        <TextInput label="Legal powers in force, and until when" autoComplete="off" placeholder="None" {...field('legalPowers')} />
        <TextInput label={urgent ? 'Spoken about with (urgent: ring them too)' : 'Spoken about with'} autoComplete="off" {...field('spokenWith')} />
      </FieldRow>
    </ActForm>
  );
}
