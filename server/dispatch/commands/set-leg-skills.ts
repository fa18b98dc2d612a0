// What a leg needs beyond a profession, said afresh.
import { decideLegSkills } from '../../../shared/domain/decide-task.ts';
import { SKILLS } from '../../../shared/domain/skill.ts';
import type * as routes from '../../../shared/protocol/dispatch.ts';
import type { Command } from '../../http/handle.ts';
import { changeIncident } from '../../incidents/change-incident.ts';
import { incidentIdOf } from '../../incidents/incident.store.ts';

export const setLegSkills: Command<typeof routes.setLegSkills> = async (tx, input) => {
  await changeIncident(tx, await incidentIdOf(tx, 'leg', input.legId), {}, (file, who) => decideLegSkills(file, { legId: input.legId, skills: SKILLS.filter((skill) => input.skills.includes(skill)) }, who));
};
