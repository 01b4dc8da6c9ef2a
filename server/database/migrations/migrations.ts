import { sqlMigration } from '../sql-migration';
import ground from './0001-ground.sql?raw';
import core from './0002-core.sql?raw';
import identity from './0003-identity.sql?raw';

/** What every process that keeps records stands on, a department of its own too. */
export const groundMigration = sqlMigration('Ground1760000000000', ground);

/** The core subgraph's tables. */
export const coreMigration = sqlMigration('Core1760000001000', core);

/** Accounts, sign-ins, and the changes to people's rights. */
export const identityMigration = sqlMigration('Identity1760000001100', identity);
