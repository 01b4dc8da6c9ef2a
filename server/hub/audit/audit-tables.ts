/** Every table whose rows the chain seals. Columns that are added later must be nullable: a null is left out of what is sealed. */
export const auditTables = [
  'hub.read_audit',
  'hub.change_audit',
  'hub.denial_audit',
  'hub.export_audit',
  'hub.projection_audit',
  'hub.sign_in_audit',
  'hub.audit_tombstone',
] as const;
export type AuditTable = (typeof auditTables)[number];

/** Those that a department keeps in a database of its own: who asked and who was refused is known to the hub alone. */
export const departmentAuditTables = ['hub.read_audit', 'hub.change_audit', 'hub.audit_tombstone'] as const satisfies readonly AuditTable[];

/** What the tables are called on paper. */
export const tableNames: Readonly<Record<AuditTable, string>> = {
  'hub.read_audit': '閲覧の記録',
  'hub.change_audit': '変更の記録',
  'hub.denial_audit': '拒否の記録',
  'hub.export_audit': '持ち出しの記録',
  'hub.projection_audit': '投影の記録',
  'hub.sign_in_audit': 'サインインの記録',
  'hub.audit_tombstone': '削除の記録',
};

/** One row, the same text on every database and in every session (in UTC, set by whoever asks), as SHA-256. */
export const rowHash = (t: string) => `encode(sha256(convert_to(jsonb_strip_nulls(to_jsonb(${t}))::text, 'UTF8')), 'base64')`;
