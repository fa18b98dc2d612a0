// What the crew is told on a Grade 1: it takes the whole screen, is read and confirmed, and is the control room's word, not this tablet's.
import { useEffect, useRef } from 'react';
import { ORDER_MEANS, ORDER_WORDS } from '../../../shared/domain/instruction.ts';
import { readInstruction } from '../../../shared/protocol/owed.ts';
import type { InstructionView } from '../../../shared/protocol/owed-views.ts';
import { useOutbox } from '../../live/use-outbox.ts';
import { BigButton } from '../../ui/big-button.tsx';
import { clockTime } from '../../ui/time-text.ts';
import { SosCorner } from '../sos/sos-corner.tsx';
import type { OwnSos } from '../sos/use-sos.ts';
import type { Work } from '../work.ts';
import classes from './instruction.module.css';

export interface Told { work: Work; instruction: InstructionView }

/** Those in force for me, the latest first. */
export const toldOf = (works: readonly Work[]): Told[] => works
  .flatMap((work) => work.incident.instructions.filter(({ assignmentId, endedAt }) => assignmentId === work.mine.id && endedAt === null).map((instruction) => ({ work, instruction })))
  .toSorted((a, b) => b.instruction.at.localeCompare(a.instruction.at));

export function Instruction({ told: { work: { incident }, instruction }, onRead, sos }: { told: Told; onRead: () => void; sos: OwnSos }) {
  const { push } = useOutbox();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    // Opened last, it lies above a task that has just come.
    dialog.current?.showModal();
  }, []);
  const confirm = () => {
    onRead();
    void push(readInstruction, { incidentId: incident.id, instructionId: instruction.id });
  };
  return (
    <dialog ref={dialog} className={classes['told']} aria-labelledby="told-title" aria-describedby="told-means" closedby="none" onCancel={(event) => event.preventDefault()}>
      <div className={classes['words']}>
        <p className={classes['what']}>{incident.ref} is Grade 1: an emergency</p>
        <h2 id="told-title" className={classes['title']}>{ORDER_WORDS[instruction.crewOrder]}</h2>
        <p id="told-means" className={classes['means']}>{ORDER_MEANS[instruction.crewOrder]}</p>
        <p className={classes['what']}>{instruction.by.name}, {clockTime(instruction.at)}. Your task and your position go on.</p>
      </div>
      <BigButton label="I have read it" detail="Control sees that you have" onAct={confirm} />
      <SosCorner sos={sos} />
    </dialog>
  );
}
