// Fits weights with fsrs-rs's own binding. Input: a file of lines "card rating day",
// in order of time. Output: seconds of each run, then 21 weights.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const [, , cache, path, runs] = process.argv;
const require = createRequire(`${cache}/package.json`);
const { computeParameters, FSRSBindingItem, FSRSBindingReview } = require("@open-spaced-repetition/binding");

const history = new Map();
const items = [];
for (const line of readFileSync(path, "utf8").split("\n")) {
  if (!line) continue;
  const [card, rating, day] = line.split(" ").map(Number);
  const before = history.get(card) ?? { reviews: [], day };
  const gap = Math.max(0, day - before.day);
  before.reviews.push(new FSRSBindingReview(rating, before.reviews.length ? gap : 0));
  before.day = day;
  history.set(card, before);
  if (before.reviews.length > 1 && gap > 0) items.push(new FSRSBindingItem(before.reviews.slice()));
}
let weights = [];
for (let i = 0; i < Number(runs); ++i) {
  const begun = performance.now();
  weights = await computeParameters(items, { enableShortTerm: true, timeout: 1 });
  console.log((performance.now() - begun) / 1000);
}
console.log(weights.join(" "));
