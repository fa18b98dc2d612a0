// Sessions, accounts and the two logs: a line a route.
import * as admin from '../../shared/protocol/admin.ts';
import * as session from '../../shared/protocol/session.ts';
import * as systems from '../../shared/protocol/systems.ts';
import type { OutOf } from '../../shared/protocol/route.ts';
import { actorOf, controllerOf, doing, exchanging, reading } from '../http/handle.ts';
import { listAccounts } from './account.store.ts';
import * as accounts from './accounts.commands.ts';
import { readAccessLog, readLog } from './audit.queries.ts';
import { meOf } from './me.store.ts';
import * as signing from './sign-in.ts';
import { addSystem, makeSystemKey, revokeSystemKey } from './systems.commands.ts';
import { listSystems } from './systems.store.ts';

export const IdentityController = controllerOf(
  exchanging(session.signIn, signing.signIn),
  exchanging(session.signOut, signing.signOut),
  exchanging(session.signOutEverywhere, signing.signOutEverywhere),
  exchanging(session.changePassword, signing.changePassword),
  exchanging(session.readLink, signing.readLink),
  exchanging(session.useLink, signing.useLink),
  exchanging(session.readMe, (rooms, _input, request) => meOf(rooms, rooms.db, actorOf(request))),
  reading(admin.listAccounts, ({ db }) => listAccounts(db)),
  reading(admin.listOrganisations, ({ db }) => db.query<OutOf<typeof admin.listOrganisations>>('SELECT id, name, kind FROM organisation ORDER BY name')),
  doing(admin.addOrganisation, accounts.addOrganisation),
  doing(admin.addReceivingTeam, accounts.addReceivingTeam),
  exchanging(admin.addAccount, accounts.addAccount),
  exchanging(admin.resetPassword, accounts.resetPassword),
  doing(admin.disableAccount, accounts.disableAccount),
  doing(admin.enableAccount, accounts.enableAccount),
  doing(admin.recordGender, accounts.recordGender),
  doing(admin.grantRole, accounts.grantRole),
  doing(admin.endGrant, accounts.endGrant),
  reading(systems.listSystems, ({ db }) => listSystems(db)),
  doing(systems.addSystem, addSystem),
  exchanging(systems.makeSystemKey, makeSystemKey),
  doing(systems.revokeSystemKey, revokeSystemKey),
  reading(admin.readLog, readLog),
  reading(admin.readAccessLog, readAccessLog),
);
