import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A migration class for TypeORM out of a file of SQL, which is easier to read and review than strings in code. `name` must end in a
 * 13-digit timestamp: TypeORM runs migrations in that order. There is no way back down: a restored backup is the way back.
 */
export function sqlMigration(name: string, sql: string): new () => MigrationInterface {
  return class implements MigrationInterface {
    readonly name = name;
    async up(runner: QueryRunner): Promise<void> {
      await runner.query(sql);
    }
    async down(): Promise<void> {
      throw new Error(`${name} cannot be undone; restore a backup instead`);
    }
  };
}
