// What is often said besides, whatever the call is about; it makes no call more or less urgent.
import type { Scenario } from './scenario.ts';
import type { Seeded } from './seeded.ts';

const ANY: readonly string[] = [
  'Asks to be rung back on this number.', 'The line was bad; address repeated twice.', 'Not known to the caller’s service before.', 'Has been in touch about this [once|twice] before.',
  'Speaks little English: [a Polish|an Urdu|a Punjabi|a Romanian] interpreter, please.', 'Uses BSL: text rather than ring.', 'Would like to be told what comes of it.', 'Caller goes off at [ten|six|eight]; their office will know.',
];
const OF_A_CHILD: readonly string[] = ['Known to early help until last [spring|autumn].', 'Has an allocated worker; name on file with EDT.', 'A health visitor knows the family.', 'Two younger ones at another address.'];
const AT_HOME: readonly string[] = ['Buzzer broken; knock on the window.', 'Please come to the back door.', 'Second gate; satnav stops at the wrong end of the lane.', 'Neighbour at [the left|the right|number nine] has a key.', 'No light on the stairs.'];
/** Ours: every third call has one. */
const SHARE = 1 / 3;

/** With the space before it, or nothing. */
export function tailFor({ urgency, setting, who: [concerned] }: Scenario, chance: Seeded): string {
  if (!chance.chance(SHARE)) return '';
  const aboutChild = (concerned?.ages[1] ?? 0) < 18 && concerned?.named === true;
  return ` ${chance.pick([...ANY, ...(aboutChild ? OF_A_CHILD : []), ...(setting === undefined && urgency !== 'advice' ? AT_HOME : [])])}`;
}
