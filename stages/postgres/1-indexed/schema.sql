-- What every question begins with: one client, a stretch of time. The backlog has an index of its own.
set search_path = lab;
create index order_line_client_placed on order_line (client, placed_at);
create index order_line_waiting on order_line (client, placed_at)
  where state in ('placed', 'released');
create index stock_movement_client_at on stock_movement (client, at);
create index pick_walk_client_at on pick_walk (client, at);
vacuum analyze order_line;
vacuum analyze stock_movement;
vacuum analyze pick_walk;
