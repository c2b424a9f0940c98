-- What a request may refer to, as one JSON document: one round trip, however much it refers to.
select json_build_object(
    'workspaceId', w.id,
    'workspaceName', w.name,
    'textsPerHour', w.texts_per_hour,
    'callsPerHour', w.calls_per_hour,
    'callerId', caller.id,
    'defaultAssistantId', w.default_assistant_id,
    'defaultPhoneNumberId', w.default_phone_number_id,
    'defaultInboxId', w.default_inbox_id,
    'workflow', case when f.id is not null then json_build_object(
        'id', f.id,
        'agentMemberId', f.agent_member_id,
        'defaultPhoneNumberId', f.default_phone_number_id,
        'defaultInboxId', f.default_inbox_id,
        'activeVersion', f.active_version,
        'published', (select coalesce(json_agg(v.number order by v.number), '[]') from workflow_version v
                      where v.workspace_id = w.id and v.workflow_id = f.id and v.status = 'published'))
    end,
    'members', (select json_agg(json_build_object(
                    'id', m.id, 'kind', m.kind, 'displayName', m.display_name, 'phone', m.phone, 'email', m.email,
                    'active', m.active))
                from member m
                where m.workspace_id = w.id
                  and m.id = any (array [caller.id, w.default_assistant_id, f.agent_member_id] || :memberIds::uuid[])),
    'phoneNumbers', (select coalesce(json_agg(json_build_object(
                         'id', n.id, 'e164', n.e164, 'sms', n.sms, 'voice', n.voice,
                         'ratePerSecond', n.rate_per_second)), '[]')
                     from phone_number n
                     where n.workspace_id = w.id
                       and n.id in (w.default_phone_number_id, f.default_phone_number_id, :phoneNumberId)),
    'inboxes', (select coalesce(json_agg(json_build_object(
                    'id', i.id, 'address', i.address, 'ratePerSecond', i.rate_per_second)), '[]')
                from inbox_address i
                where i.workspace_id = w.id
                  and i.id in (w.default_inbox_id, f.default_inbox_id, :inboxId)),
    'models', (select coalesce(json_agg(json_build_object('id', o.id, 'kind', o.kind)), '[]') from model o
               where o.workspace_id = w.id and o.id = any (:modelIds::uuid[])),
    'knowsSite', exists (select from site s where s.workspace_id = w.id and s.id = :siteId))
from workspace w
join member caller on caller.workspace_id = w.id and caller.subject = :subject and caller.active
left join workflow f on f.workspace_id = w.id and f.id = :workflowId
where w.id = :workspaceId
