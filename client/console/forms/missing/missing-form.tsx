// The form about somebody missing that stands open.
import type { FormProps } from '../form-props.ts';
import { AssessMissingForm } from './assess-missing-form.tsx';
import { EndMissingForm } from './end-missing-form.tsx';
import { FoundForm } from './found-form.tsx';
import { InterviewForm } from './interview-form.tsx';
import { PreventionForm } from './prevention-form.tsx';
import { RiskFactForm } from './risk-fact-form.tsx';
import type { Missing, MissingStep } from './words.ts';

export interface MissingFormProps extends FormProps { missing: Missing }

export function MissingForm({ incident, missingId, step, onClose }: FormProps & { missingId: string; step: MissingStep }) {
  const missing = incident.missing.find(({ id }) => id === missingId);
  if (missing === undefined) return null;
  const over = { incident, missing, onClose };
  switch (step) {
    case 'found': return <FoundForm {...over} />;
    case 'fact': return <RiskFactForm {...over} />;
    case 'assess': return <AssessMissingForm {...over} />;
    case 'interview': return <InterviewForm {...over} />;
    case 'prevention': return <PreventionForm {...over} />;
    case 'end': return <EndMissingForm {...over} />;
  }
}
