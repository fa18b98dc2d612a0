// What stands beside the lists: the case that was opened, a form, or the night's notes while nothing is.
import { LodgeNote } from './notes/lodge-note.tsx';
import { OvernightNotes } from './notes/overnight-notes.tsx';
import { EndOfDuty } from './duty/end-of-duty.tsx';
import { HandoverPane } from './handover/handover-pane.tsx';
import { IncidentPane } from './incident/incident-pane.tsx';
import { RaiseCall } from './call/raise-call.tsx';
import type { Opened } from './opened.tsx';

export function Beside({ opened }: { opened: Opened | null }) {
  switch (opened?.kind) {
    case 'handover': return <HandoverPane key={opened.id} id={opened.id} />;
    case 'incident': return <IncidentPane key={opened.id} id={opened.id} form={opened.form ?? null} />;
    case 'call': return <RaiseCall />;
    case 'lodge-note': return <LodgeNote />;
    case 'end-of-duty': return <EndOfDuty />;
    case 'notes': return <OvernightNotes closes />;
    case undefined: return <OvernightNotes closes={false} />;
  }
}
