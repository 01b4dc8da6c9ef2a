import type { NonEmptyArray } from 'type-graphql';
import type { MigrationInterface } from 'typeorm';

/** The contract of a department: one folder that fills this, one line in the registry. Nobody else changes. */
export interface Department {
  /** Also the subgraph's name and the folder's. */
  readonly key: string;
  /** As people call the field. */
  readonly name: string;
  /** Its PostgreSQL schema. */
  readonly schema: string;
  /** 担当 whose people write here. */
  readonly team: string;
  // biome-ignore lint/complexity/noBannedTypes: type-graphql and TypeORM name resolvers and types by their classes
  readonly resolvers: NonEmptyArray<Function>;
  /** Its types, the stubs of other subgraphs' entities among them. */
  // biome-ignore lint/complexity/noBannedTypes: see above
  readonly types: readonly Function[];
  /** Those of its types that are tables of its own. */
  // biome-ignore lint/complexity/noBannedTypes: see above
  readonly entities: readonly Function[];
  /** Its ground, and whatever changed it since, in order. */
  readonly migrations: readonly (new () => MigrationInterface)[];
  /** SQL by which it forgets cases whose time has come (`$1`, uuid[]). A row that the plan counts stays, and loses its case and its words. */
  readonly forget: readonly string[];
}
