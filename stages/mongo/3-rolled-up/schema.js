// mongosh: what MongoRollUpStore makes before it folds for the first time.
db.roll_up.createIndex({"client": 1, "cut": 1, "grain": 1, "start": 1, "location": 1, "carrier": 1, "service": 1, "category": 1, "currency": 1}, {"unique": true, "name": "one_per_key"});
db.fact.createIndex({"client": 1, "fact": 1}, {"unique": true, "name": "one_per_fact"});
db.fact.createIndex({"waiting.client": 1, "waiting.placed": 1}, {"sparse": true, "name": "waiting"});
