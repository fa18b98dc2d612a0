// Who a person is to the others on the incident: said by somebody, and taken back by anybody, both kept on the log.
import { NativeSelect } from '@mantine/core';
import { KIN_KINDS, KIN_NAMES, KIN_TURNED, saysTheSame, type KinKind } from '../../shared/domain/kin.ts';
import { refusalSentence } from '../../shared/domain/refusal.ts';
import { relatePeople, unrelatePeople } from '../../shared/protocol/people.ts';
import type { IncidentView } from '../../shared/protocol/views.ts';
import { useSend } from '../live/send.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { useDraft } from '../ui/drafts.ts';
import { FieldRow } from '../ui/field.tsx';
import { say } from '../ui/toast.tsx';
import { StepForm } from './step-form.tsx';
import type { NamedPerson } from './use-person.ts';
import classes from './people.module.css';

/** As somebody says it of this person: the other way round where only one side has a name for it. */
const WAYS = [
  ...KIN_KINDS.map((kind) => ({ value: kind, label: KIN_NAMES[kind], kind, turned: false })),
  { value: 'child-of', label: KIN_TURNED['parent-of'], kind: 'parent-of', turned: true }, { value: 'cared-for-by', label: KIN_TURNED['carer-of'], kind: 'carer-of', turned: true },
] as const satisfies readonly { value: string; label: string; kind: KinKind; turned: boolean }[];

export interface PersonKinProps { incident: IncidentView; person: NamedPerson; adding: boolean; onAdd: () => void; onBack: () => void }

export function PersonKin({ incident, person, adding, onAdd, onBack }: PersonKinProps) {
  const { send } = useSend();
  const nameOf = (personId: string) => incident.people.find((one) => one.personId === personId)?.name ?? 'somebody';
  const kin = incident.kin.filter(({ personId, toId }) => personId === person.personId || toId === person.personId);
  const refusal = incident.state === 'closed' ? refusalSentence({ code: 'incident-closed' }) : undefined;
  const takeBack = async (kinId: string, words: string) => {
    if (await send(unrelatePeople, { incidentId: incident.id, kinId }) !== null) say(`Taken back: ${words}.`);
  };
  if (incident.people.length < 2) return <p className={classes['quiet']}>Nobody else is named here.</p>;
  return (
    <>
      {kin.length === 0 && <p className={classes['quiet']}>Nothing is said of who they are to the others.</p>}
      {kin.length > 0 && (
        <ul className={classes['lines']}>
          {kin.map(({ id, personId, toId, kind }) => {
            const words = personId === person.personId ? `${KIN_NAMES[kind]} ${nameOf(toId)}` : `${KIN_TURNED[kind]} ${nameOf(personId)}`;
            return <li key={id} className={classes['kin']}><span>{words}</span> <ActionButton label={`Take back: ${words}`} size="xs" tone="quiet" onAct={() => takeBack(id, words)}>Take back</ActionButton></li>;
          })}
        </ul>
      )}
      {adding ? <AddKin incident={incident} person={person} onBack={onBack} /> : <div className={classes['acts']}><ActionButton label="Say who they are to somebody" keys="Shift+Y" size="xs" refusal={refusal} onAct={onAdd} /></div>}
    </>
  );
}

function AddKin({ incident, person, onBack }: { incident: IncidentView; person: NamedPerson; onBack: () => void }) {
  const { send } = useSend();
  const [kept, keep] = useDraft(`${person.personId}.kin`);
  const others = incident.people.filter(({ personId }) => personId !== person.personId);
  const [value = '', otherId = ''] = kept.split(' ');
  const way = WAYS.find((one) => one.value === value) ?? WAYS[0];
  const other = others.find(({ personId }) => personId === otherId) ?? others[0];
  const said = other === undefined ? null : way.turned ? { personId: other.personId, toId: person.personId, kind: way.kind } : { personId: person.personId, toId: other.personId, kind: way.kind };
  const relate = async () => {
    if (said === null || other === undefined) return;
    await send(relatePeople, { incidentId: incident.id, ...said }, { quiet: true });
    keep('');
    say(`${person.name} is ${way.label} ${other.name}.`);
  };
  return (
    <StepForm
      title={`Who ${person.name} is`} says="As somebody told you. It can be taken back." act="Say so"
      refusal={said === null ? 'Nobody else is named here.' : incident.kin.some((one) => saysTheSame(one, said)) ? refusalSentence({ code: 'said-already' }) : undefined} onAct={relate} onBack={onBack}
    >
      <FieldRow>
        <NativeSelect label={`${person.name} is`} data={WAYS.map(({ value: one, label }) => ({ value: one, label }))} value={way.value} onChange={({ currentTarget }) => keep(`${currentTarget.value} ${other?.personId ?? ''}`)} />
        <NativeSelect label="Whom" data={others.map(({ personId, name, age }) => ({ value: personId, label: `${name}, ${age}` }))} value={other?.personId ?? ''} onChange={({ currentTarget }) => keep(`${way.value} ${currentTarget.value}`)} />
      </FieldRow>
    </StepForm>
  );
}
