// The deeds on an incident, each with its key: what is owed now comes first.
import { ownIncident } from '../../../shared/protocol/incidents.ts';
import { refusalSentence } from '../../../shared/domain/refusal.ts';
import type { IncidentView } from '../../../shared/protocol/views.ts';
import { useMe } from '../../live/me.tsx';
import { useSend } from '../../live/send.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Dock } from '../case/pane.tsx';
import type { OpenForm } from './incident-form.ts';
import { notMissing } from './missing-acts.ts';
import { whyNotEnded, whyNotHandedOver } from './why-not.ts';

export function IncidentDock({ incident, onForm }: { incident: IncidentView; onForm: OpenForm }) {
  const me = useMe();
  const { send } = useSend();
  const offDuty = me.duty === null ? refusalSentence({ code: 'not-on-duty' }) : undefined;
  const note = <ActionButton label="Note" keys="A" onAct={() => onForm({ name: 'note' })} />;
  if (incident.state === 'closed') {
    return (
      <Dock label="What can be done with this incident">
        {incident.news.some(({ decision }) => decision === null) && <ActionButton label="Decide the news" keys="Shift+U" tone="primary" onAct={() => onForm({ name: 'news' })} />}
        {note}
        <ActionButton label="Open again" keys="U" refusal={offDuty} onAct={() => onForm({ name: 'reopen' })} />
      </Dock>
    );
  }
  const isMine = incident.owner.staffId === me.staffId;
  const owesGrade = incident.gradedAt === null;
  const asks = incident.reassessments.some(({ endedAt }) => endedAt === null);
  const owesPolice = incident.grade === 1 && incident.policeHaveItAt === null;
  return (
    <Dock label="What can be done with this incident">
      {owesPolice && <ActionButton label="Police have it" keys="P" tone="danger" onAct={() => onForm({ name: 'police' })} />}
      {!isMine && <ActionButton label="Take it: mine" keys="M" refusal={offDuty} onAct={() => send(ownIncident, { incidentId: incident.id, ownerId: me.staffId })} />}
      <ActionButton label={owesGrade ? 'Confirm the grade' : 'Grade'} keys="G" tone={owesGrade && !owesPolice ? 'primary' : 'plain'} onAct={() => onForm({ name: 'grade' })} />
      <ActionButton label={asks ? 'Assess it afresh' : 'New information'} keys="W" tone={asks && !owesGrade && !owesPolice ? 'primary' : 'plain'} onAct={() => onForm({ name: 'assess' })} />
      <ActionButton label="Phone task" keys="C" refusal={offDuty} onAct={() => onForm({ name: 'phone-task' })} />
      {note}
      {notMissing(incident).length > 0 && <ActionButton label="Somebody is missing" keys="Shift+M" tone="quiet" onAct={() => onForm({ name: 'report-missing' })} />}
      <ActionButton
        label="Hand over"
        keys="H"
        tone={isMine && !owesGrade && !owesPolice && !asks ? 'primary' : 'plain'}
        // To the desk at least: what a day team asks for besides is said once the team is chosen.
        refusal={whyNotHandedOver(incident, 'edt-desk')}
        onAct={() => onForm({ name: 'hand-over' })}
      />
      <ActionButton label="End" keys="E" refusal={whyNotEnded(incident)} onAct={() => onForm({ name: 'end' })} />
    </Dock>
  );
}
