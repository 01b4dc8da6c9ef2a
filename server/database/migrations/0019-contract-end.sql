-- A row policy does not see the row as it was: what is over stays as it was agreed, and whoever ends a contract does not move its last day.
create function core.contract_only_longer() returns trigger language plpgsql as $$
begin
  if new.valid_until < old.valid_until or new.ended_at is not null or old.valid_until < hub.today() then
    raise insufficient_privilege using message = 'the last day of a contract only moves while it stands, and only later';
  end if;
  return new;
end
$$;
create trigger only_longer before update of valid_until on core.contract for each row when (new.valid_until <> old.valid_until)
  execute function core.contract_only_longer();
