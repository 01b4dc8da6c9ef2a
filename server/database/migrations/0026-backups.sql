-- 控え（バックアップ）: copies of the whole database, each sealed under a key of its own. What was deleted is in every copy that is older; when a copy's time
-- is over its key is destroyed, and with it the last that was left of what the copy holds.
alter table hub.retention_rule drop constraint retention_rule_class_check;
alter table hub.retention_rule no force row level security;
alter table hub.retention_rule add check (class in ('AUDIT', 'CASE', 'SHIEN_KAIGI', 'BACKUP'));
insert into hub.retention_rule (class, name, months, counted_from, position) values
  ('BACKUP', '控え（バックアップ）', 1, '控えを取った日', 4);
alter table hub.retention_rule force row level security;
