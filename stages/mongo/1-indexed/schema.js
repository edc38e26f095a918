// mongosh: what every question begins with, one client and a stretch of days. The backlog has an
// index of its own, of the few lines that wait.
db.order_line.createIndex({"client": 1, "day": 1, "location": 1}, {});
db.order_line.createIndex({"client": 1, "state": 1}, {"partialFilterExpression": {"state": {"$in": ["placed", "released"]}}});
db.stock_movement.createIndex({"client": 1, "day": 1}, {});
db.pick_walk.createIndex({"client": 1, "day": 1}, {});
