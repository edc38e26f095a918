-- 3. Only with the external stage: each new file of the bucket lands by itself. Give the queue that
-- `show pipes` names in notification_channel the bucket's events for created objects.

{{pipes}}
-- Files that were there before their pipe:
--   alter pipe order_versions_pipe refresh;
