// People, and somebody missing: a line a route.
import * as missing from '../../shared/protocol/missing.ts';
import * as people from '../../shared/protocol/people.ts';
import { controllerOf, doing, reading } from '../http/handle.ts';
import { addRiskFact } from './commands/add-risk-fact.ts';
import { assessMissing } from './commands/assess-missing.ts';
import { describePerson } from './commands/describe-person.ts';
import { endMissing } from './commands/end-missing.ts';
import { matchPerson } from './commands/match-person.ts';
import { recordInterview } from './commands/record-interview.ts';
import { recordLocated } from './commands/record-located.ts';
import { recordPrevention } from './commands/record-prevention.ts';
import { recordSeenMissing } from './commands/record-seen-missing.ts';
import { relatePeople } from './commands/relate-people.ts';
import { reportMissing } from './commands/report-missing.ts';
import { takeBackFound } from './commands/take-back-found.ts';
import { unmatchPerson } from './commands/unmatch-person.ts';
import { unrelatePeople } from './commands/unrelate-people.ts';
import { findAlike, readPersonHistory } from './person.queries.ts';

export const SubjectsController = controllerOf(
  reading(people.findAlike, findAlike),
  reading(people.readPersonHistory, readPersonHistory),
  doing(people.describePerson, describePerson),
  doing(people.relatePeople, relatePeople),
  doing(people.unrelatePeople, unrelatePeople),
  doing(people.matchPerson, matchPerson),
  doing(people.unmatchPerson, unmatchPerson),
  doing(missing.reportMissing, reportMissing),
  doing(missing.addRiskFact, addRiskFact),
  doing(missing.assessMissing, assessMissing),
  doing(missing.recordLocated, recordLocated),
  doing(missing.recordSeenMissing, recordSeenMissing),
  doing(missing.takeBackFound, takeBackFound),
  doing(missing.recordInterview, recordInterview),
  doing(missing.recordPrevention, recordPrevention),
  doing(missing.endMissing, endMissing),
);
