// A call as a console sends it.
import { wallNow } from '../../server/clock/clock.ts';
import { plusMinutes } from '../../shared/domain/instant.ts';
import { NO_ANSWERS } from '../../shared/domain/policy.ts';

export const call = () => ({
  door: 'cmu', reportedAt: plusMinutes(wallNow(), -10), summary: 'Child asleep in a parked van', location: { label: 'Depot, gate three', lat: 53.759, lon: -2.699, secret: false },
  people: [{ name: 'Juniper Quill', isChild: true, relation: 'child', bornOn: null, approximateAge: 9 }], flags: ['vulnerable-child'], missingRisk: null, answers: NO_ANSWERS,
  caller: { name: 'Desk officer', agency: 'Police', phone: null, reference: null },
});
