// Whether somebody is a woman or a man, recorded where they agree: for visits that are for women only or men only, and shown nowhere else.
import { NativeSelect } from '@mantine/core';
import { GENDER_NAMES, GENDERS } from '../../shared/domain/crew-gender.ts';
import { recordGender } from '../../shared/protocol/admin.ts';
import type { AccountView } from '../../shared/protocol/views.ts';
import classes from './admin.module.css';
import { useAdminSend } from './use-admin.ts';

export function Gender({ account: { id: accountId, name, gender } }: { account: AccountView }) {
  const send = useAdminSend();
  return (
    <section className={classes['section']} aria-label="Visits for women only or men only">
      <h3 className={classes['heading']}>Visits for women only or men only</h3>
      <NativeSelect
        label={`${name} is recorded, with their agreement, as`} description="Without it they are left out of such visits until somebody asks them. It is shown nowhere but here."
        inputWrapperOrder={['label', 'input', 'description', 'error']} data={[{ value: '', label: 'not recorded' }, ...GENDERS.map((value) => ({ value, label: GENDER_NAMES[value] }))]} value={gender ?? ''}
        onChange={({ currentTarget: { value } }) => void send(recordGender, { accountId, gender: GENDERS.find((one) => one === value) ?? null })}
      />
    </section>
  );
}
