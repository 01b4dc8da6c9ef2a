-- 受信箱: what a conference assigned to an organisation, at that organisation's own desk.

-- accepted: somebody there has taken it on. done_note: how it went. back: they ask to give it back, and why, until the next session of the kind has looked.
alter table core.action_item
  add column accepted_at timestamptz,
  add column accepted_by uuid references core.staff,
  add column done_note text,
  add column back_reason text,
  add column back_asked_at timestamptz,
  add column back_asked_by uuid references core.staff,
  add check ((accepted_at is null) = (accepted_by is null)),
  add check (num_nulls(back_reason, back_asked_at, back_asked_by) in (0, 3));
create index on core.action_item (organization_id);
grant update (accepted_at, accepted_by, done_note, back_reason, back_asked_at, back_asked_by) on core.action_item to hub_staff;

-- Whose desk it is: the people of an organisation (a contractor's and a partner's, nobody else's); and of what the city runs itself, the 担当 in
-- charge, and all of a 課. No policy for reading asks this: one execution serves everybody of a class.
create function hub.my_desks() returns uuid[] language sql stable as $$
  select coalesce(array_agg(distinct o.id), '{}') from core.staff s
    left join core.organization h on h.id = s.organization_id left join core.team t on t.id = s.team_id
    join core.organization o on o.id = s.organization_id
      or (h.kind is distinct from 'PARTNER' and h.operation is distinct from '委託' and o.kind <> 'PARTNER' and o.operation is distinct from '委託'
        and (o.team_id = s.team_id or (o.kind = 'DEPARTMENT' and o.key = t.department_id)))
  where hub.is_me(s.id)
$$;

-- The desk answers for what is its own, as far as its people may see it at all; what was agreed on, it leaves as it is.
create policy own_desk on core.action_item for update to hub_staff
  using (organization_id = any ((select hub.my_desks())::uuid[])) with check (organization_id = any ((select hub.my_desks())::uuid[]));
create function core.desk_answers() returns trigger language plpgsql as $$
begin
  if current_user <> 'hub_staff' then
    return new;
  end if;
  if not hub.steers() and (new.title, new.organization_id, new.due_on, new.held, new.held_by)
      is distinct from (old.title, old.organization_id, old.due_on, old.held, old.held_by) then
    raise insufficient_privilege using message = 'a desk answers, and changes nothing of what was agreed on';
  end if;
  if (new.accepted_by is distinct from old.accepted_by and new.accepted_by is not null and not hub.is_me(new.accepted_by))
      or (new.back_asked_by is distinct from old.back_asked_by and new.back_asked_by is not null and not hub.is_me(new.back_asked_by)) then
    raise insufficient_privilege using message = 'a desk answers in the name of whoever sits there';
  end if;
  return new;
end
$$;
create trigger desk_answers before update on core.action_item for each row execute function core.desk_answers();

-- Held lines are not given to anybody yet. Everything else is there for whoever may see the row, and counts for nobody else.
create view core.inbox with (security_invoker = true) as
select a.id, a.session_id, a.agenda_item_id, a.due_on, a.done_at, a.version,
  case when a.status = 'DONE' then 'DONE' when a.back_reason is not null then 'GIVEN_BACK' when a.accepted_at is not null then 'ACCEPTED' else 'NEW' end as standing,
  coalesce(a.status = 'OPEN' and a.due_on < hub.today(), false) as is_late
from core.action_item a
where a.organization_id = any ((select hub.my_desks())::uuid[]) and a.agenda_item_id is not null and a.held is null;
-- mark: another text as soon as anything in the inbox is another; it tells nothing of what.
create view core.inbox_standing with (security_invoker = true) as
select hub.actor() as id, (count(*) filter (where i.standing <> 'DONE'))::int as open, (count(*) filter (where i.is_late))::int as late,
  (count(*) filter (where i.standing = 'NEW'))::int as fresh, md5(coalesce(string_agg(i.id || ':' || i.version, ' ' order by i.id), '')) as mark
from core.inbox i;
grant select on core.inbox, core.inbox_standing to hub_staff, hub_sower;
grant update (done_note, back_reason, back_asked_at, back_asked_by) on core.action_item to hub_keeper;

-- What was settled of the last time is taken back within ten minutes, like every act at the desk.
drop policy settled_in_own_name on core.deferral;
create policy settled_in_own_name on core.deferral as restrictive for update to hub_staff
  using (settled_at is null or settled_at > now() - interval '10 minutes') with check (settled_by is null or hub.is_me(settled_by));
