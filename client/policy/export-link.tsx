// The policy as a file: for the archive, or for another service to begin from.
import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import type { DraftPolicy } from '../../shared/domain/policy.ts';

export function ExportLink({ body, name }: { body: DraftPolicy; name: string }) {
  const save = () => {
    const url = URL.createObjectURL(new Blob([JSON.stringify(body, null, 2)], { type: 'application/json' }));
    const link = Object.assign(document.createElement('a'), { href: url, download: `${name}.json` });
    link.click();
    URL.revokeObjectURL(url);
  };
  return <Button variant="default" size="xs" leftSection={<IconDownload size={14} aria-hidden />} onClick={save}>As a file</Button>;
}
