// Rosters, certificates and calendars: a line a route.
import * as calendar from '../../shared/protocol/calendar.ts';
import * as certificates from '../../shared/protocol/certificates.ts';
import * as roster from '../../shared/protocol/roster.ts';
import { controllerOf, doing, exchanging, reading } from '../http/handle.ts';
import { findCalendarLink } from './calendar.store.ts';
import { listCertificates } from '../identity/certificate.store.ts';
import { addCertificate } from './commands/add-certificate.ts';
import { addShifts } from './commands/add-shifts.ts';
import { endCertificate } from './commands/end-certificate.ts';
import { giveShift } from './commands/give-shift.ts';
import { importRoster } from './commands/import-roster.ts';
import { makeCalendarLink, revokeCalendarLink } from './commands/make-calendar-link.ts';
import { removeShift } from './commands/remove-shift.ts';
import { reportSick } from './commands/report-sick.ts';
import { takeBackSick } from './commands/take-back-sick.ts';
import { judgeRoster } from './judge-roster.ts';
import { rosterOf } from './roster.queries.ts';
import { findOwnShifts, rosterStaff } from './shift.store.ts';

export const RostersController = controllerOf(
  reading(certificates.listCertificates, ({ db }) => listCertificates(db)),
  doing(certificates.addCertificate, addCertificate),
  doing(certificates.endCertificate, endCertificate),
  reading(roster.readRoster, rosterOf),
  reading(roster.listRosterStaff, ({ db, now }) => rosterStaff(db, now)),
  doing(roster.addShifts, addShifts),
  doing(roster.reportSick, reportSick),
  doing(roster.takeBackSick, takeBackSick),
  doing(roster.giveShift, giveShift),
  doing(roster.removeShift, removeShift),
  reading(roster.judgeRosterFile, async ({ db, now }, { csv }) => (await judgeRoster(db, csv, now)).map(({ line, result, why }) => ({ line, result, why }))),
  doing(roster.importRoster, importRoster),
  reading(roster.listOwnShifts, ({ db, actor, now }) => findOwnShifts(db, actor.staffId, now)),
  reading(calendar.readCalendarLink, async ({ db, actor }) => ({ madeAt: await findCalendarLink(db, actor.staffId) })),
  exchanging(calendar.makeCalendarLink, makeCalendarLink),
  doing(calendar.revokeCalendarLink, revokeCalendarLink),
);
