// Replays a log with ts-fsrs. Input: a file of lines "card rating day", in order of
// time. Output: states per second of each run, then the sum of all stabilities.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const [, , cache, path, runs] = process.argv;
const require = createRequire(`${cache}/package.json`);
const { FSRSAlgorithm, generatorParameters } = require("ts-fsrs");

const cards = new Map();
let reviews = 0;
for (const line of readFileSync(path, "utf8").split("\n")) {
  if (!line) continue;
  const [card, rating, day] = line.split(" ").map(Number);
  const log = cards.get(card) ?? [];
  log.push([rating, day]);
  cards.set(card, log);
  ++reviews;
}
const fsrs = new FSRSAlgorithm(generatorParameters({ enable_fuzz: false, enable_short_term: true }));
let sum = 0;
for (let i = 0; i < Number(runs); ++i) {
  sum = 0;
  const begun = performance.now();
  for (const log of cards.values()) {
    let state = null;
    let last = log[0][1];
    for (const [rating, day] of log) {
      state = fsrs.next_state(state, Math.max(0, day - last), rating);
      last = day;
    }
    sum += state.stability;
  }
  console.log((reviews * 1000) / (performance.now() - begun));
}
console.log(sum);
