// New information: a fresh assessment, which may raise the grade and never lowers it.
import { assessIncident } from '../../../shared/protocol/incidents.ts';
import { useProposal } from '../../live/policy-in-force.ts';
import { ProposedGrade } from '../../ui/proposed-grade.tsx';
import { say } from '../../ui/toast.tsx';
import type { SharedFormProps } from '../form-way.ts';
import { RiskDraft } from './risk-draft.ts';
import { FlagFields, QuestionFields } from './risk-fields.tsx';
import { useFormDraft } from '../../ui/use-form-draft.ts';

export function AssessForm({ incident, onClose, way: { Frame, send } }: SharedFormProps) {
  const { draft, change, clear, touched } = useFormDraft(`${incident.id}.assess`, RiskDraft, { flags: incident.flags, missingRisk: incident.missingRisk, answers: incident.answers });
  const proposal = useProposal(draft);
  const submit = async () => {
    const done = await send(assessIncident, { incidentId: incident.id, flags: draft.flags, missingRisk: draft.missingRisk, answers: draft.answers });
    if (done === null) return;
    clear();
    onClose();
    say(`${incident.ref} has been assessed again.`);
  };
  return (
    <Frame
      title="New information" says="What has changed. A stricter proposal takes force at once; a milder one changes nothing until two people agree (G)."
      submit="Assess again" onSubmit={submit} onClose={onClose} refusal={touched ? undefined : 'Nothing has been changed yet.'}
    >
      <QuestionFields draft={draft} door={incident.door} onChange={change} />
      <FlagFields draft={draft} onChange={change} />
      <ProposedGrade proposal={proposal} />
    </Frame>
  );
}
