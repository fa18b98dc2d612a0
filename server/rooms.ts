// The list of rooms: every table class, every live source, every controller. A new noun is added here and nowhere else.
import type { EntitySchema } from 'typeorm';
import type { Type } from '@nestjs/common';
import { CallsController } from './calls/calls.controller.ts';
import { AlarmsController } from './alarms/alarms.controller.ts';
import { CheckRow } from './checks/check.row.ts';
import { ChecksController } from './checks/checks.controller.ts';
import { silentSourceSource } from './checks/silence.live.ts';
import { DispatchController } from './dispatch/dispatch.controller.ts';
import type { Router } from './router/router.ts';
import { suggestionsController } from './dispatch/suggestions.controller.ts';
import { ExchangeController } from './exchange/exchange.controller.ts';
import { handoverSource, overnightNoteSource } from './handovers/handover.live.ts';
import { HandoversController } from './handovers/handovers.controller.ts';
import { IdentityController } from './identity/identity.controller.ts';
import { incidentSource } from './incidents/incident.live.ts';
import * as incidentRows from './incidents/incident.row.ts';
import { OwedController } from './incidents/owed.controller.ts';
import * as owedRows from './incidents/owed.row.ts';
import { planningController } from './planning/planning.controller.ts';
import * as visitRows from './planning/visit.row.ts';
import * as sendingRows from './dispatch/sending.row.ts';
import { PartingRow, StayRow } from './incidents/stay.row.ts';
import { IncidentsController } from './incidents/incidents.controller.ts';
import { PoliciesController } from './policies/policies.controller.ts';
import { nightSource } from './nights/night.live.ts';
import { NightsController } from './nights/nights.controller.ts';
import { OutsideController } from './outside/outside.controller.ts';
import { positionsFor } from './positions/position.store.ts';
import type { PositionStream } from './positions/position-stream.ts';
import { positionsController } from './positions/positions.controller.ts';
import { liveController, type LiveSources } from './realtime/live.controller.ts';
import { RehearsalController } from './rehearsal/rehearsal.controller.ts';
import { ReportsController } from './reports/reports.controller.ts';
import { SosController } from './sos/sos.controller.ts';
import { sosSource } from './sos/sos.live.ts';
import { RostersController } from './rosters/rosters.controller.ts';
import { SubjectsController } from './subjects/subjects.controller.ts';
import { dutySource, teamSource } from './teams/team.live.ts';
import { TeamsController } from './teams/teams.controller.ts';

export const ROWS: readonly EntitySchema<object>[] = [...Object.values(incidentRows), ...Object.values(owedRows), ...Object.values(visitRows), ...Object.values(sendingRows), StayRow, PartingRow, CheckRow] as never;

export const SOURCES: LiveSources = { incident: incidentSource, duty: dutySource, team: teamSource, handover: handoverSource, overnightNote: overnightNoteSource, night: nightSource, silentSource: silentSourceSource, sos: sosSource };

export const controllers = (positions: PositionStream, router: Router | null): Type[] => [
  IdentityController, CallsController, IncidentsController, SubjectsController, OwedController, DispatchController, HandoversController, TeamsController, AlarmsController, SosController, NightsController, ExchangeController, PoliciesController, ReportsController, RehearsalController,
  ChecksController, OutsideController, planningController(router), positionsController(positions), suggestionsController(router), RostersController, liveController(SOURCES, positionsFor),
];
