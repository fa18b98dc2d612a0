// What a crew on a Grade 1 is told: nothing is chosen for anybody.
import { CREW_ORDERS, ORDER_MEANS, ORDER_WORDS, type CrewOrder } from '../../../shared/domain/instruction.ts';
import { Choices } from '../../ui/choices.tsx';

export function CrewOrderChoices({ crew, value, onChoose }: { crew: string; value: CrewOrder | null; onChoose: (order: CrewOrder) => void }) {
  return <Choices label={`${crew} is told`} value={value} onChoose={onChoose} choices={CREW_ORDERS.map((order, index) => ({ value: order, name: ORDER_WORDS[order], label: `${ORDER_WORDS[order]}: ${ORDER_MEANS[order]}`, keys: String(index + 1) }))} />;
}
