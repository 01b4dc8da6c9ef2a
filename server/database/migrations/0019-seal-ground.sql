-- The chain of a department that keeps a database of its own. Where the hub's rooms are, theirs stands already.
do $$
begin
  if to_regclass('hub.audit_seal') is not null then
    return;
  end if;
  create table hub.audit_seal (
    id bigint primary key,
    at timestamptz not null default clock_timestamp(),
    table_names text[] not null,
    row_ids bigint[] not null,
    digests text[] not null,
    open text not null,
    mac text not null
  );
  perform hub.keep_appending('hub.audit_seal');
  alter table hub.audit_seal enable row level security;
  alter table hub.audit_seal force row level security;
  grant select, insert on hub.audit_seal to hub_keeper;
  create policy keeper_reads on hub.audit_seal for select to hub_keeper using (true);
  create policy keeper_seals on hub.audit_seal for insert to hub_keeper with check (true);
end
$$;
