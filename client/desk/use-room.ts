// How much of the desk fits beside each other. In em, so that at 200% zoom a laptop is given what a tablet is.
import { useMediaQuery } from '@mantine/hooks';

/** Three columns and a case; the tabs and a case; one of the two. */
export type Room = 'columns' | 'two' | 'one';

export function useRoom(): Room {
  const columns = useMediaQuery('(min-width: 68em)', true, { getInitialValueInEffect: false });
  const two = useMediaQuery('(min-width: 46em)', true, { getInitialValueInEffect: false });
  return columns ? 'columns' : two ? 'two' : 'one';
}
