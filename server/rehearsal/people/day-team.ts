// A day team in the morning: takes over what the night has sent, one after the other; what is another team's goes on to it.
import { nextWorkingDayAt } from '../../../shared/domain/working-time.ts';
import { plusMinutes } from '../../../shared/domain/instant.ts';
import * as routes from '../../../shared/protocol/handovers.ts';
import { HABITS } from './habits.ts';
import { SeatTaken, type Person } from './person.ts';
import { isWorkOf } from './receiving.ts';

const OPENS = '09:00';
const OPEN_HOURS = 8;
const LOOKS_AGAIN_MINUTES = 45;

export async function receive(me: Person): Promise<void> {
  for (;;) {
    try {
      await me.seatFree();
      await me.until(nextWorkingDayAt(me.now(), OPENS));
      const closesAt = plusMinutes(me.now(), OPEN_HOURS * 60);
      while (me.now() < closesAt) {
        await readAll(me);
        await me.wait(LOOKS_AGAIN_MINUTES);
      }
    } catch (error) {
      if (!(error instanceof SeatTaken)) throw error;
    }
  }
}

async function readAll(me: Person): Promise<void> {
  for (const { id: handoverId, incidentId, receivingTeam } of me.sight().handovers.filter(({ state }) => state === 'sent')) {
    const call = me.night.knownOf(incidentId)?.call;
    await me.wait(me.chance(call?.key ?? incidentId, 'taking over').between(...HABITS.takingOver));
    if (call !== undefined && !isWorkOf(receivingTeam, call.truth.handsOverTo)) {
      const teams = await me.presence.receivingTeams();
      const other = teams.find(({ name, kind }) => kind === 'day-team' && isWorkOf(name, call.truth.handsOverTo));
      if (other !== undefined && (await me.do(routes.rejectHandover, { handoverId, reason: 'Another team’s work: theirs by age.', rightTeamId: other.id })).done) continue;
    }
    await me.do(routes.takeOverHandover, { handoverId });
  }
}
