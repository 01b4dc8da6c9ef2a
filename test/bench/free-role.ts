import pg from 'pg';
import { databaseRole } from '#server/access/viewer';

/** A role with the rights of staff that row policies do not stop, for as long as it is measured. Nobody can sign in with it. */
export class FreeRole {
  private constructor(
    readonly name: string,
    private readonly address: string,
  ) {}

  static async make(address: string): Promise<FreeRole> {
    const role = new FreeRole(`bench_free_${process.pid}`, address);
    await role.run(`create role ${role.name} nologin bypassrls in role ${databaseRole.staff}`);
    return role;
  }

  async drop(): Promise<void> {
    await this.run(`drop role ${this.name}`);
  }

  /** A transaction's beginning with this role in place of the staff's. */
  inPlaceOfStaff(prelude: string): string {
    return prelude.replace(databaseRole.staff, this.name);
  }

  /** As whoever may make such a role. */
  async run<R extends pg.QueryResultRow>(sql: string): Promise<R[]> {
    const client = new pg.Client({ connectionString: this.address });
    await client.connect();
    try {
      return (await client.query<R>(sql)).rows;
    } finally {
      await client.end();
    }
  }
}
