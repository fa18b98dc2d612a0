// What can be done to the incident: the usual on a bar, the rest in a menu, each with its key; what comes next stands out.
import { Button, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { keepPromise } from '../../../shared/protocol/owed.ts';
import { ownIncident } from '../../../shared/protocol/incidents.ts';
import type { IncidentView } from '../../../shared/protocol/views.ts';
import { useSend } from '../../live/send.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { useHotkeys } from '../../ui/hotkeys.ts';
import { KbdHint } from '../../ui/kbd-hint.tsx';
import { say, sayRefusal } from '../../ui/toast.tsx';
import { useBoard } from '../board/board.tsx';
import { useConsole } from '../console-state.tsx';
import { deedsFor, nextKey, type Deed } from './deeds.ts';
import classes from './incident.module.css';
import { WITHIN_MAIN } from './within-main.ts';

export interface ActionBarProps {
  incident: IncidentView;
  /** A form is open, and what stands out is its own button. */
  quiet: boolean;
}

export function ActionBar({ incident, quiet }: ActionBarProps) {
  const { me, now } = useBoard();
  const { openForm } = useConsole();
  const { send } = useSend();
  const deeds = deedsFor(incident, me, now);
  const next = quiet ? undefined : nextKey(incident, me);

  const keep = async () => {
    const promise = incident.promises.find(({ kind, state }) => kind === 'call-back' && state === 'standing');
    if (promise !== undefined && await send(keepPromise, { incidentId: incident.id, promiseId: promise.id, note: null })) say(`${incident.ref}: the call back is made.`);
  };
  const run = async ({ opens }: Deed) => {
    if (opens === 'kept') await keep();
    else if (opens !== 'own') openForm(opens);
    else if (await send(ownIncident, { incidentId: incident.id })) say(`${incident.ref} is yours.`);
  };
  const inMenu = deeds.filter(({ onBar }) => !onBar);
  const press = (deed: Deed) => (deed.refusal === undefined ? void run(deed) : sayRefusal(deed.refusal));
  useHotkeys(inMenu.map((deed) => ({ keys: deed.keys, label: deed.label, run: () => press(deed) })));

  return (
    <div className={classes['actions']} role="group" aria-label="Actions">
      {deeds.filter(({ onBar }) => onBar).map((deed) => (
        <ActionButton key={deed.keys} label={deed.label} keys={deed.keys} size="xs" tone={deed.keys === next ? 'primary' : 'plain'} refusal={deed.refusal} onAct={() => run(deed)} />
      ))}
      <Menu position="bottom-end" shadow="none" withInitialFocusPlaceholder={false} portalProps={WITHIN_MAIN}>
        <Menu.Target>
          <Button size="xs" variant="subtle" aria-label="More actions"><IconDots size={16} aria-hidden /></Button>
        </Menu.Target>
        <Menu.Dropdown>
          {inMenu.map((deed) => (
            <Menu.Item key={deed.keys} rightSection={<KbdHint keys={deed.keys} />} onClick={() => press(deed)}>{deed.label}</Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}
