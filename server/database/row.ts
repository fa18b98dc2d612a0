// A table as TypeORM sees it, typed so that a field of the domain without a column does not compile. No relations: ids only.
import { EntitySchema, type EntitySchemaColumnOptions, type ValueTransformer } from 'typeorm';
import { instantOf, type Instant } from '../../shared/domain/instant.ts';

const asInstant: ValueTransformer = {
  to: (value: Instant | null) => value,
  from: (value: Date | string | null) => (value === null ? null : instantOf(value)),
};

const KINDS = {
  key: { type: 'uuid', primary: true },
  uuid: { type: 'uuid', nullable: true },
  uuids: { type: 'uuid', array: true },
  text: { type: 'text', nullable: true },
  texts: { type: 'text', array: true },
  int: { type: 'integer', nullable: true },
  double: { type: 'double precision', nullable: true },
  bool: { type: 'boolean', nullable: true },
  json: { type: 'jsonb', nullable: true },
  date: { type: 'date', nullable: true },
  instant: { type: 'timestamptz', nullable: true, transformer: asInstant },
} as const satisfies Record<string, EntitySchemaColumnOptions>;

export const row = <T extends object>(table: string, columns: Record<keyof T & string, keyof typeof KINDS>): EntitySchema<T> =>
  new EntitySchema<T>({
    name: table,
    tableName: table,
    columns: Object.fromEntries(Object.entries<keyof typeof KINDS>(columns).map(([property, kind]) => [property, { ...KINDS[kind], name: snake(property) }])) as never,
  });

const snake = (property: string): string => property.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
