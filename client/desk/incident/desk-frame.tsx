// The desk's frame for a form that the console has too: at the foot of the case, with a refusal said in its own place.
import type { FrameProps } from '../../forms/form-way.ts';
import { ActForm } from '../case/act-form.tsx';

/** The form closes itself once it was sent. */
export function DeskFrame({ title, says, submit, onSubmit, onClose, refusal, children }: FrameProps) {
  return <ActForm title={title} leadsTo={says} act={submit} onAct={onSubmit} onClose={onClose} staysOpen refusal={refusal}>{children}</ActForm>;
}
