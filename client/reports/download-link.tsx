// The incidents of the debrief as a file; the server logs who took it.
import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { exportDebrief } from '../../shared/protocol/debrief.ts';
import type { StretchAsked } from './stretches.ts';

export function DownloadLink({ asked }: { asked: StretchAsked }) {
  const query = new URLSearchParams({ ...asked }).toString();
  return (
    <Button component="a" href={`/api${exportDebrief.path}${query === '' ? '' : `?${query}`}`} download leftSection={<IconDownload size={16} aria-hidden />}>
      Incidents as CSV
    </Button>
  );
}
