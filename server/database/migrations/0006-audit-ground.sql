-- What every process that keeps records owes to whoever was read: rows that stay as they were written, and a deletion that is itself a record.
do $$
begin
  begin
    create role hub_keeper nologin nosuperuser nobypassrls;
  exception when duplicate_object or unique_violation then null;
  end;
  grant hub_keeper to current_user;
end
$$;
grant usage on schema hub to hub_keeper;

alter table hub.read_audit
  -- Beside each subject, which classes of it were asked for: a bit for each, in the order of access/field-class.ts.
  add column subject_classes smallint[] not null default '{}',
  -- Conferences whose matters were read, or on whose wall they stood.
  add column sessions uuid[] not null default '{}',
  add column purpose text,
  add column reason text;
-- Time goes the way of the rows: a few bytes for each hundred pages, and nothing that an answer would wait for.
create index read_audit_at on hub.read_audit using brin (at);

-- What was deleted when its time had come: keys only. A row of an audit goes when a tombstone names it and not before, and the seal goes on
-- vouching for its digest. `mac` is made with the key that lies outside the database: whoever can only write rows cannot bury any.
create table hub.audit_tombstone (
  id bigint generated always as identity primary key,
  key uuid not null unique,
  at timestamptz not null default clock_timestamp(),
  class text not null,
  table_name text not null,
  row_ids text[] not null,
  mac text not null
);
create index on hub.audit_tombstone using gin (row_ids);

create function hub.is_buried(name text, row_id text) returns boolean language sql stable
  as $$ select exists (select 1 from hub.audit_tombstone b where b.table_name = name and b.row_ids @> array[row_id]) $$;
create function hub.append_only() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and hub.is_buried(tg_table_schema || '.' || tg_table_name, old.id::text) then
    return old;
  end if;
  raise exception '% is only ever added to', tg_table_name using errcode = 'insufficient_privilege';
end
$$;
-- No role of ours may change these rows; this stops their owner's hand from slipping, too. Whoever takes the trigger away is noticed by the seal.
create function hub.keep_appending(name regclass) returns void language plpgsql as $$
begin
  execute format('create trigger append_only before update or delete on %s for each row execute function hub.append_only()', name);
  execute format('create trigger never_emptied before truncate on %s for each statement execute function hub.append_only()', name);
end
$$;
select hub.keep_appending('hub.read_audit'), hub.keep_appending('hub.change_audit'), hub.keep_appending('hub.audit_tombstone');

alter table hub.audit_tombstone enable row level security;
alter table hub.audit_tombstone force row level security;
grant select, insert on hub.audit_tombstone to hub_keeper;
create policy keeper_reads on hub.audit_tombstone for select to hub_keeper using (true);
create policy keeper_buries on hub.audit_tombstone for insert to hub_keeper with check (true);
do $$
declare
  t text;
begin
  foreach t in array array['read_audit', 'change_audit'] loop
    execute format('grant select, delete on hub.%I to hub_keeper', t);
    execute format('create policy keeper_reads on hub.%I for select to hub_keeper using (true)', t);
    execute format('create policy keeper_deletes on hub.%I for delete to hub_keeper using (hub.is_buried(%L, id::text))', t, 'hub.' || t);
  end loop;
end
$$;
