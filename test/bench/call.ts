// A call as a console sends it.
import { wallNow } from '../../server/clock/clock.ts';
import { plusMinutes } from '../../shared/domain/instant.ts';
import { NO_ANSWERS } from '../../shared/domain/policy.ts';

let made = 0;
/** Each at a door of its own, as a night's are. */
export const call = () => ({
  door: 'cmu', reportedAt: plusMinutes(wallNow(), -10), summary: 'Child asleep in a parked van', location: { label: `${made += 1} Depot Lane`, lat: 53.6 + (made % 400) * 0.001, lon: -2.699, secret: false },
  people: [{ name: 'Juniper Quill', isChild: true, relation: 'child', bornOn: null, approximateAge: 9 }], flags: ['vulnerable-child'], missingRisk: null, answers: NO_ANSWERS,
  caller: { name: 'Desk officer', agency: 'Police', phone: null, reference: null },
});
