// mongosh: runs one report's pipelines with values in place of {client} and its like. See README.md.
/* global ask, db, print, EJSON */
const fs = require('fs');
const now = ask.now ? new Date(ask.now) : new Date();
const values = {
  '{client}': ask.client,
  '{from}': ask.from,
  '{to}': ask.to,
  '{location}': ask.location || '',
  '{location?}': ask.location || '',
  '{days}': ask.days || [],
  '{now}': now,
};

function bound(template) {
  if (Array.isArray(template)) return template.map(bound);
  if (template !== null && typeof template === 'object') {
    return Object.fromEntries(
      Object.entries(template)
        .filter(([, value]) => value !== '{location?}' || ask.location)
        .map(([name, value]) => [name, bound(value)]),
    );
  }
  const ago = /^\{now-(\d+)h\}$/.exec(template);
  if (ago) return new Date(now.getTime() - Number(ago[1]) * 3600000);
  return template in values ? values[template] : template;
}

const report = JSON.parse(fs.readFileSync(`${ask.stage}/${ask.report}.json`, 'utf8'));
const database = db.getSiblingDB(ask.database);
for (const part of report.parts) {
  const found = database[part.collection].aggregate(bound(part.pipeline)).toArray();
  print(`${part.collection}: ${part.keys.join(', ')} | ${part.values.join(', ')}`);
  found.forEach((row) => print(EJSON.stringify(row)));
}
