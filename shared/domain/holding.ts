// What somebody still holds at the end of a duty, of every kind, and what becomes of each: nobody leaves owning an unfinished thing (docs/practice.md, End of duty).
export const HOLDINGS = ['incident', 'follow-up', 'handover', 'promise', 'news', 'draft', 'task', 'alarm', 'sos'] as const;
export type Holding = (typeof HOLDINGS)[number];

/** `handed-on`: goes to somebody on duty, by name. `finished`: by themselves, or control stands them down. `released`: nobody's again, and loud at once. */
export type HoldingEnds = 'handed-on' | 'finished' | 'released';
export const HOLDING_KINDS = {
  incident: { name: 'Incident', ends: 'handed-on' }, 'follow-up': { name: 'Follow-up to decide', ends: 'handed-on' }, handover: { name: 'Handover that nobody has taken over', ends: 'handed-on' },
  promise: { name: 'Promise to a caller', ends: 'handed-on' }, news: { name: 'News on a closed incident', ends: 'handed-on' }, draft: { name: 'Call that is not saved yet', ends: 'handed-on' },
  task: { name: 'Task', ends: 'finished' }, alarm: { name: 'Alarm that you have', ends: 'released' }, sos: { name: 'SOS that you have', ends: 'released' },
} as const satisfies Record<Holding, { name: string; ends: HoldingEnds }>;
export const endsOf = (kind: Holding): HoldingEnds => HOLDING_KINDS[kind].ends;
