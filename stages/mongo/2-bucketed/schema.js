// mongosh: one document per client, place, local day and hour (and another for every further 500
// lines), so there are few index entries.
db.order_bucket.createIndex({"client": 1, "day": 1, "location": 1}, {});
db.order_bucket.createIndex({"client": 1, "waiting": 1}, {"partialFilterExpression": {"waiting": {"$gt": 0}}});
