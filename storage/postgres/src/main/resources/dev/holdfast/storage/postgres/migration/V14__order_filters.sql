-- Reports lead to the orders of an hour or a day. Orders of months lie behind them in the list by
-- identifier, so these are found by when they were placed.
create index customer_order_placed on customer_order (client_id, created_at);
