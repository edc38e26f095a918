-- What is on hand at the end is the sum of all changes since the beginning.
select location_id, category,
  coalesce(sum(received_units) filter (where start >= :'from'::date), 0) as received,
  coalesce(sum(sold_units) filter (where start >= :'from'::date), 0) as sold,
  coalesce(sum(shrinkage_units) filter (where start >= :'from'::date), 0) as shrinkage,
  coalesce(sum(spoiled_units) filter (where start >= :'from'::date), 0) as spoiled,
  sum(on_hand_units) as on_hand
from holdfast.roll_up
where client_id = :'client_id'::int and cut = 4 and grain = 1
  and start < :'to'::date + interval '1 day'
group by 1, 2
