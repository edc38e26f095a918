-- What waits at a location is listed by it, every few seconds and by every store.

-- Where all lines are; 0 where they are at several locations, and in rows of before.
alter table reservation add column location_id int not null default 0;
create index reservation_active on reservation (client_id, location_id, id) where state = 0;

create index transfer_in_transit on transfer (client_id, id) where state = 0;
