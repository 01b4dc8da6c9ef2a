-- 開催の取りやめ: a session that is called and has not opened is called off, with a reason, by those who may move it, and called again within ten minutes. Each
-- counts as a move does, for the calendars that hold its invitation.
alter table core.session drop constraint session_status_check;
alter table core.session
  add check (status in ('PREPARING', 'OPEN', 'CLOSED', 'CANCELLED')),
  add cancelled_at timestamptz,
  add cancelled_because text,
  add check ((status = 'CANCELLED') = (cancelled_at is not null) and (status = 'CANCELLED') = (cancelled_because is not null));
grant update (cancelled_because) on core.session to hub_staff;
-- Whether a session is open to whoever asks: a 支援会議 once they have acknowledged the duty of secrecy.
create function core.is_in(s core.session) returns boolean language sql stable as $$ select not s.restricted or s.id = any ((select hub.sworn())::uuid[]) $$;
create function core.session_is_called_off_until_it_opens() returns trigger language plpgsql as $$
begin
  if not ((select hub.roles()) && (case when new.kind in ('SHIEN_KAIGI', 'CONNECT') then '{coordinator}' else '{facilitator,coordinator}' end)::text[])
    or not (case when new.status = 'CANCELLED' then old.status = 'PREPARING'
      else new.status = 'PREPARING' and old.cancelled_at > now() - interval '10 minutes' end) then
    raise insufficient_privilege using message = 'a session is called off by those who may call it, until it opens, and called again within ten minutes';
  end if;
  new.cancelled_at := case when new.status = 'CANCELLED' then clock_timestamp() end;
  new.moves := old.moves + 1;
  return new;
end
$$;
-- What was called off changes in nothing else.
create trigger session_is_called_off_until_it_opens before update on core.session for each row
  when ((old.status = 'CANCELLED' or new.status = 'CANCELLED') and current_user not in ('hub_sower', 'hub_keeper'))
  execute function core.session_is_called_off_until_it_opens();
do $$
declare
  t text;
  goes_on text := $p$not exists (select 1 from core.session s where s.id = session_id and s.status = 'CANCELLED')$p$;
begin
  foreach t in array array['agenda_item', 'case_item', 'role', 'action_item', 'decision', 'board_note', 'eco_link', 'session_member', 'deferral', 'proposal', 'crossing'] loop
    execute format('create policy not_called_off on core.%I as restrictive for insert to hub_staff with check (%s)', t, goes_on);
  end loop;
  -- What was put off or proposed there is looked at by the next session.
  foreach t in array array['agenda_item', 'case_item', 'role', 'action_item', 'decision', 'board_note', 'eco_link', 'session_member'] loop
    execute format('create policy not_called_off_since on core.%I as restrictive for update to hub_staff using (%s)', t, goes_on);
  end loop;
  foreach t in array array['agenda_item', 'session_member'] loop
    execute format('create policy goes_on on core.%I as restrictive for delete to hub_staff using (%s)', t, goes_on);
  end loop;
end
$$;

-- A request that its agenda had taken waits again; the item remembers which it was, for when the session is called again. The house sees to it: whoever
-- calls a session off need not see everything that stands on it.
alter table core.agenda_item add released_request_id uuid references core.agenda_request, add check (num_nonnulls(request_id, released_request_id) <= 1);
create index on core.agenda_item (released_request_id) where released_request_id is not null;
grant select (restricted, request_id, released_request_id), update (request_id, released_request_id) on core.agenda_item to hub_system;
grant select (id, declined_at, withdrawn_at) on core.agenda_request to hub_system;
create policy system_reads on core.agenda_request for select to hub_system using (true);
-- So with what was reported to it, and what it settled of earlier sessions before it opened is carried over once more.
alter table core.proposal add released_reported_in uuid references core.session;
grant select (reported_in, released_reported_in, version), update (reported_in, released_reported_in, version) on core.proposal to hub_system;
create policy system_reads on core.proposal for select to hub_system using (true);
create policy system_takes_up_again on core.proposal for update to hub_system using (true) with check (num_nulls(reported_in, released_reported_in) > 0);
grant select (looked_in, version), update (settled_by, settled_at, looked_in, looked_at, version) on core.deferral to hub_system;
create policy system_carries_over on core.deferral for update to hub_system using (looked_in is not null) with check (looked_in is null and settled_at is null);
grant select (done_at, done_note, back_left_at, looked_in, looked_at, looked_left, version),
  update (status, done_at, done_note, back_left_at, looked_in, looked_at, looked_left, version) on core.action_item to hub_system;
create policy system_carries_over on core.action_item for update to hub_system using (looked_in is not null) with check (looked_in is null);

-- Nobody sits in it, and what was written down for it is nobody's to do.
alter policy oneself on hub.presence with check (hub.is_me(staff_id)
  and exists (select 1 from core.session s where s.id = session_id and s.status in ('PREPARING', 'OPEN')));
do $$
declare
  t text;
begin
  foreach t in array array['role', 'action_item'] loop
    execute format($p$alter policy takes_back on core.%I
      using ((not restricted or session_id = any ((select hub.sessions())::uuid[])) and (select hub.steers())
        and created_at > now() - interval '10 minutes'
        and exists (select 1 from core.session s where s.id = session_id and s.status in ('PREPARING', 'OPEN')))$p$, t);
  end loop;
end
$$;
create or replace view core.inbox with (security_invoker = true) as
select a.id, a.session_id, a.agenda_item_id, a.due_on, a.done_at, a.version,
  case when a.status <> 'OPEN' then a.status when a.back_reason is not null and a.back_left_at is null then 'GIVEN_BACK' when a.accepted_at is not null then 'ACCEPTED' else 'NEW' end as standing,
  coalesce(a.status = 'OPEN' and a.due_on < hub.today(), false) as is_late
from core.action_item a
where a.organization_id = any ((select hub.my_desks())::uuid[]) and a.agenda_item_id is not null and a.held is null
  and not exists (select 1 from core.session s where s.id = a.session_id and s.status = 'CANCELLED');

-- Nothing is carried over to it or offered to it. What it put off or proposed goes on to the next, and no action item does.
create or replace view core.carried_over with (security_invoker = true) as
select s.id || '/' || c.subject_id as id, s.id as session_id, c.kind, c.from_session_id, c.agenda_item_id, c.deferral_id, c.action_item_id,
  c.due_on, e.held_on, c.proposal_id
from core.session s join core.session e on e.kind = s.kind and e.id <> s.id and e.status in ('CLOSED', 'CANCELLED') and e.held_on <= s.held_on
join lateral (
  select 'DEFERRED' as kind, h.id as subject_id, h.session_id as from_session_id, h.agenda_item_id, h.id as deferral_id, null::uuid as action_item_id,
      null::date as due_on, null::uuid as proposal_id
    from core.deferral h where h.session_id = e.id and h.settled_at is null
  union all
  select 'ACTION', a.id, a.session_id, a.agenda_item_id, null, a.id, a.due_on, null from core.action_item a
    where a.session_id = e.id and e.status = 'CLOSED' and a.status = 'OPEN' and a.agenda_item_id is not null
      and not exists (select 1 from core.deferral h where h.action_item_id = a.id and h.settled_at is null)
  union all
  select 'PROPOSAL', p.id, p.session_id, null, null, null, p.answer_by, p.id from core.proposal p where p.session_id = e.id and p.reported_in is null
) c on true
where s.status in ('PREPARING', 'OPEN');
create or replace view core.offered_matter with (security_invoker = true) as
select s.id || '/' || o.why || '/' || o.subject_id as id, s.id as session_id, o.*
from core.session s join lateral (
  select 'REQUEST' as why, r.id as subject_id, r.id as request_id, null::uuid as case_id, r.card_id, r.issue_id, null::date as due_on,
    0 as deferred, 0 as unfinished, r.requested_at
  from core.agenda_request r where r.kind = s.kind and r.declined_at is null and r.withdrawn_at is null
    and not exists (select 1 from core.agenda_item a where a.request_id = r.id)
  union all
  select 'CARRIED_OVER', coalesce(a.card_id, a.issue_id, i.case_id), null, i.case_id, a.card_id, a.issue_id, min(c.due_on),
    (count(*) filter (where c.kind = 'DEFERRED'))::int, (count(*) filter (where c.kind = 'ACTION'))::int, null
  from core.carried_over c join core.agenda_item a on a.id = c.agenda_item_id left join core.case_item i on i.agenda_item_id = a.id
  where c.session_id = s.id and coalesce(a.card_id, a.issue_id, i.case_id) is not null
    and (a.card_id is null or exists (select 1 from core.case_card d where d.id = a.card_id and d.state = 'APPROVED'))
    and not exists (select 1 from core.agenda_item b where b.session_id = s.id and (b.card_id = a.card_id or b.issue_id = a.issue_id))
    and not exists (select 1 from core.case_item j where j.session_id = s.id and j.case_id = i.case_id)
  group by a.card_id, a.issue_id, i.case_id
  union all
  select 'MONITORING', p.id, null, p.case_id, null, null, p.next_monitoring_on, 0, 0, null
  from core.support_plan p where s.kind = 'JUSOTEKI_CASE' and p.state in ('DECIDED', 'ACTIVE', 'MONITORING') and p.next_monitoring_on <= s.held_on
    and not exists (select 1 from core.support_plan q where q.case_id = p.case_id and q.edition > p.edition)
    and not exists (select 1 from core.case_item j where j.session_id = s.id and j.case_id = p.case_id)
) o on true
where s.status in ('PREPARING', 'OPEN') and (select hub.steers()) and (not s.restricted or s.id = any ((select hub.sworn())::uuid[]));

-- Why it was called off goes when its time has come.
grant select (cancelled_because), update (cancelled_because) on core.session to hub_keeper;
