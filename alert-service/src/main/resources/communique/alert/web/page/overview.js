// How many alerts there are: by state over time, and by state and topic.

import { get } from "./api.js";
import { hueOf } from "./card.js";
import { byId, choices, element, fill, keepShown, keyed } from "./table.js";
import { country, words } from "./words.js";

const DAY = 86_400_000;
/** Widest column with its gap, as the style sheet has it. */
const COLUMN = 66;

function since() {
  const days = Number(byId("since").value);
  return days ? "&from=" + new Date(Date.now() - days * DAY).toISOString() : "";
}

async function show() {
  const all = await get(`/v1/overview?bucket=${byId("bucket").value}${since()}`);
  const buckets = Object.keys(all.timeline);
  bars(all, buckets);
  fill(byId("timeline-table"), [all.bucket, ...all.states.map(country)],
    buckets.reverse().filter((begin) => Object.keys(all.timeline[begin]).length > 0).map((begin) => [name(begin, all.bucket), ...all.states.map((state) => all.timeline[begin][state] ?? "")]));
  matrix(all);
}

const name = (begin, bucket) => begin.slice(0, bucket === "hour" ? 16 : 10).replace("T", " ");

function bars(all, buckets) {
  const place = byId("timeline");
  const total = (begin) => Object.values(all.timeline[begin]).reduce((sum, count) => sum + count, 0);
  const most = Math.max(1, ...buckets.map(total));
  place.setAttribute("aria-label", `Alerts by ${all.bucket} and state, the same as in the table below`);
  place.replaceChildren(...buckets.map((begin) => {
    const column = element("div", "column", ...all.states.filter((state) => all.timeline[begin][state]).map((state) => {
      const part = element("div", "part", all.timeline[begin][state] > 0 ? state : "");
      part.style.setProperty("--hue", hueOf(state));
      part.style.setProperty("flex-basis", `${all.timeline[begin][state] / most * 100}%`);
      return part;
    }));
    column.title = `${name(begin, all.bucket)}: ${total(begin)}`;
    return column;
  }));
  byId("axis").style.setProperty("max-inline-size", `${buckets.length * COLUMN}px`);
  byId("from").textContent = buckets.length > 0 ? name(buckets[0], all.bucket) : "";
  byId("to").textContent = buckets.length > 1 ? name(buckets[buckets.length - 1], all.bucket) : "";
}

function matrix(all) {
  const most = Math.max(1, ...Object.values(all.matrix).flatMap((row) => Object.values(row)));
  fill(byId("matrix"), ["topic", ...all.states.map(country)], all.topics.map((topic) => [
    words(topic),
    ...all.states.map((state) => cell(state, topic, all.matrix[state]?.[topic] ?? 0, most, all.trends[state]?.[topic])),
  ]));
}

function cell(state, topic, count, most, trend) {
  if (count === 0) {
    return "";
  }
  const link = element("a", "heat", element("span", "", count), course(trend));
  link.href = `/?by=${state}&topic=${encodeURIComponent(topic)}`;
  link.style.setProperty("--hue", hueOf(state));
  link.style.setProperty("--heat", 0.15 + 0.85 * count / most);
  link.setAttribute("aria-label", `${count} alerts by ${country(state)} on ${words(topic)}`);
  return keyed(`${state} ${topic}`, link);
}

/** How a count came about: the time shown in equal parts, each a bar. */
function course(trend) {
  const most = Math.max(...trend);
  const bars = trend.map((count) => {
    const bar = element("i", "");
    bar.style.setProperty("block-size", `${count / most * 100}%`);
    return bar;
  });
  const made = element("span", "course", ...bars);
  made.setAttribute("aria-hidden", "true");
  return made;
}

choices(["bucket", "since"], keepShown(show, 60_000));
