// Which form stands open at the foot of an incident: one at a time, each opened by its button, its line or its key.

export type IncidentForm =
  | { name: 'grade' | 'note' | 'phone-task' | 'hand-over' | 'end' | 'police' | 'reopen' | 'news' | 'check' | 'report-missing' | 'assess' | 'tell' | 'advice' | 'lead' | 'not-taken' }
  | { name: 'follow-up' | 'outcome' | 'no-answer' | 'withdraw-request' | 'missing' | 'known' | 'describe'; id: string };

export type OpenForm = (form: IncidentForm) => void;
