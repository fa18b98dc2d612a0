// Night, day, or as the system says: kept for this machine.
import { SegmentedControl, useMantineColorScheme } from '@mantine/core';
import type { MantineColorScheme } from '@mantine/core';

const choices: { value: MantineColorScheme; label: string }[] = [
  { value: 'dark', label: 'Night' },
  { value: 'light', label: 'Day' },
  { value: 'auto', label: 'As the system' },
];

export function SchemeChoice() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return <SegmentedControl aria-label="Colours" data={choices} value={colorScheme} onChange={setColorScheme} />;
}
