// A pattern of a call: what is said, about whom, from where, and what somebody would be sent to do about it.
import type { Activity } from '../../../shared/domain/activity.ts';
import type { Door, MissingRisk, VulnerabilityFlag } from '../../../shared/domain/incident-words.ts';
import type { Because } from './answers.ts';
import type { Role } from './cast.ts';
import type { Urgency } from './reasons.ts';

/** What kind of place it is; somebody can fail to open the door at a home alone. */
export type Setting = 'home' | 'outside' | 'childrens-home' | 'hospital' | 'hostel' | 'refuge';

export interface Scenario {
  urgency: Urgency;
  /** Slots and choices as `wordsOf` reads them. */
  text: string;
  /** Whom it is about comes first. */
  who: readonly Role[];
  /** None where advice settles it: a flag alone makes a Grade 3. */
  flags?: readonly VulnerabilityFlag[];
  because?: Because;
  missing?: MissingRisk;
  /** Said by the caller; `needs-and-risk` where nothing is said. */
  activity?: Activity;
  setting?: Setting;
  /** Neighbours or people passing may ring about it too. */
  overheard?: true;
  /** Nobody would ring about it in the small hours. */
  byDay?: true;
  /** The doors it may come by; otherwise those that anything of a child, or of an adult, comes by. */
  doors?: readonly Door[];
}

const ANYTHING: readonly Door[] = ['cmu', 'edt', 'partner', 'public'];
/** Police and EDT hear of everything, whoever else would have told it. */
export const doorsOf = ({ doors, who: [concerned] }: Scenario): readonly Door[] =>
  doors ?? [...ANYTHING, ...((concerned?.ages[1] ?? 0) < 18 ? ['cart', 'mash'] as const : ['adult-intake'] as const)];
