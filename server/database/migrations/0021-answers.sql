-- 差し戻し: a second person may refuse a correction that waits for them, with a reason. Both stand in the trail; what was refused never stands.
alter table core.correction
  add refused_by uuid references core.staff,
  add refused_at timestamptz,
  add refusal text,
  add check ((refused_by is null) = (refused_at is null) and (refused_by is null) = (refusal is null) and refused_by is distinct from made_by),
  add check (takes_two or refused_by is null),
  add check (num_nonnulls(approved_by, refused_by) <= 1);
grant update (refused_by, refused_at, refusal) on core.correction to hub_staff;
grant select (refusal), update (refusal) on core.correction to hub_keeper;

alter policy second_person on core.correction
  using ((select hub.steers()) and takes_two and approved_by is null and refused_by is null and not hub.is_me(made_by))
  with check ((select hub.steers()) and hub.is_me(coalesce(approved_by, refused_by)));
drop policy corrects on core.correction;
create policy corrects on core.correction for insert to hub_staff with check ((select hub.steers()) and hub.is_me(made_by) and num_nonnulls(approved_by, refused_by) = 0
  and (select s.status = 'CLOSED' and takes_two = (s.kind in ('JUSOTEKI_CASE', 'SHIEN_KAIGI', 'CONNECT', 'MARUGOTO')) from core.session s where s.id = session_id)
  and (case_id is null or (select i.case_id = correction.case_id from core.case_item i where i.agenda_item_id = correction.agenda_item_id))
  and (agenda_item_id is null or (select (a.kind = 'CASE') = (case_id is not null) from core.agenda_item a where a.id = agenda_item_id)));

-- A session that is called is moved by those who may call one of its kind, until it opens. Each move counts, for the calendars that hold its invitation.
alter table core.session add moves int not null default 0;
grant update (title, number, held_on, place, starts_at, ends_at) on core.session to hub_staff;
create function core.session_is_moved_until_it_opens() returns trigger language plpgsql as $$
begin
  if old.status <> 'PREPARING'
    or not ((select hub.roles()) && (case when new.kind in ('SHIEN_KAIGI', 'CONNECT') then '{coordinator}' else '{facilitator,coordinator}' end)::text[]) then
    raise insufficient_privilege using message = 'a session is moved by those who may call it, until it opens';
  end if;
  new.moves := old.moves + 1;
  return new;
end
$$;
create trigger session_is_moved_until_it_opens before update on core.session for each row
  when ((old.title, old.number, old.held_on, old.place, old.starts_at, old.ends_at) is distinct from
      (new.title, new.number, new.held_on, new.place, new.starts_at, new.ends_at) and current_user not in ('hub_sower', 'hub_keeper'))
  execute function core.session_is_moved_until_it_opens();

-- Who sits at which desk, in one place: for whoever asks for their own, and for whoever assigns something to an organisation whose inbox nobody can open.
create view core.desk with (security_invoker = true) as
select s.id as staff_id, o.id as organization_id from core.staff s
  left join core.organization h on h.id = s.organization_id left join core.team t on t.id = s.team_id
  join core.organization o on o.id = s.organization_id
    or (h.kind is distinct from 'PARTNER' and h.operation is distinct from '委託' and o.kind <> 'PARTNER' and o.operation is distinct from '委託'
      and (o.team_id = s.team_id or (o.kind = 'DEPARTMENT' and o.key = t.department_id)))
where s.active_until is null or s.active_until >= hub.today();
grant select on core.desk to hub_staff, hub_sower;
create or replace function hub.my_desks() returns uuid[] language sql stable as $$
  select coalesce(array_agg(distinct d.organization_id), '{}') from core.desk d where hub.is_me(d.staff_id)
$$;
