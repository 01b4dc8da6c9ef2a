/** What stands where words stood that were deleted because their time had come. */
export const GONE = '（保存期間の満了により削除）';

/** SQL by which a department forgets whole rows of cases (`$1`, uuid[]): those that no figure of the plan counts. */
export const forgetRows = (schema: string, tables: readonly string[]): string[] =>
  tables.map((table) => `delete from ${schema}.${table} where case_id = any ($1::uuid[])`);
