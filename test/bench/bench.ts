// What a bench is: a name to ask for, what it says, and how it is measured on a stage.
import type { Figure } from './figure.ts';
import type { Stage } from './stage.ts';

export interface Bench {
  name: string;
  /** One sentence: what against what. */
  says: string;
  /** Its figures by name; the first name is the bench's own, others begin with it. */
  measure(stage: Stage): Promise<Record<string, Figure>>;
}

export const ROUNDS = 5;
