// The list of alerts: read once, then followed live; newest first, filtered by what the address asks for.

import { entryOf, hueOf, showTime, summary } from "./card.js";
import { choices, options } from "./table.js";
import { country, dayOf, words } from "./words.js";

const PAGE = 30;
const FRESH_FOR = 60_000;

const byId = (id) => document.getElementById(id);
const alerts = byId("alerts");
const more = byId("more");
let next = null;
let events = null;
let unseen = 0;
let turns = 0;
let room = 500;

const SEARCHED = ["q", "topic", "severity", "since"];
const DAY = 86_400_000;

const entries = () => [...alerts.children];
const chosen = () => new Set((new URLSearchParams(location.search).get("by") ?? "").split(",").filter(Boolean));

/** Newest publication first; the id decides where two have the same time. */
const isBefore = (one, other) =>
  one.published === other.published ? one.alert.id > other.alert.id : one.published > other.published;

function place(entry) {
  const known = byId(entry.id);
  if (known) {
    if (known.alert.revision > entry.alert.revision) {
      return;
    }
    const hadFocus = known.contains(document.activeElement);
    known.remove();
    queueMicrotask(() => hadFocus && entry.querySelector(".card").focus({ preventScroll: true }));
  }
  alerts.insertBefore(entry, entries().find((other) => isBefore(entry, other)) ?? null);
}

/** What depends on all entries together: filter, headings of days, the word for nothing. */
function refresh() {
  const by = chosen();
  let lastDay = "";
  for (const entry of entries()) {
    entry.hidden = by.size > 0 && !entry.alert.speakers.some((code) => by.has(code));
    const heading = entry.querySelector(".day");
    const day = entry.hidden ? lastDay : dayOf(entry.published);
    heading.textContent = day;
    heading.hidden = day === lastDay;
    lastDay = day;
  }
  showFilters(by);
  options(byId("topic"), entries().flatMap((entry) => entry.alert.topics), words);
  options(byId("severity"), entries().map((entry) => entry.alert.severity));
  const empty = byId("empty");
  empty.hidden = entries().some((entry) => !entry.hidden);
  const asks = [...searched().keys()].length > 1;
  empty.textContent = alerts.children.length === 0
    ? asks ? "No alert is like that." : "No alerts yet. The first one appears here by itself."
    : "None of the alerts on this page is by the states you chose.";
}

function showFilters(by) {
  const counts = new Map([...by].map((code) => [code, 0]));
  entries().flatMap((entry) => entry.alert.speakers)
    .forEach((code) => counts.set(code, (counts.get(code) ?? 0) + 1));
  const chips = [...counts].sort(([one], [other]) => country(one).localeCompare(country(other)))
    .map(([code, count]) => chip(code, count, by.has(code)));
  const focused = document.activeElement?.dataset?.code;
  byId("filters").replaceChildren(...chips);
  byId("filters").hidden = counts.size < 2 && by.size === 0;
  chips.find((button) => button.dataset.code === focused)?.focus();
}

function chip(code, count, pressed) {
  const button = document.createElement("button");
  const number = document.createElement("span");
  button.type = "button";
  button.className = "chip";
  button.dataset.code = code;
  button.style.setProperty("--hue", hueOf(code));
  button.setAttribute("aria-pressed", String(pressed));
  number.className = "count";
  number.textContent = count;
  button.append(country(code), " ", number);
  button.addEventListener("click", () => toggle(code));
  return button;
}

function toggle(code) {
  const by = chosen();
  if (!by.delete(code)) {
    by.add(code);
  }
  const query = new URLSearchParams(location.search);
  by.size > 0 ? query.set("by", [...by].sort().join(",")) : query.delete("by");
  const text = query.toString().replaceAll("%2C", ",");
  history.replaceState(null, "", text ? "?" + text : location.pathname);
  refresh();
}

/** What the service is asked for; the states are chosen here, so that their counts stay. */
function searched() {
  const query = new URLSearchParams(location.search);
  const asked = new URLSearchParams({ limit: PAGE });
  ["q", "topic", "severity", "about", "rule"].filter((name) => query.get(name)).forEach((name) => asked.set(name, query.get(name)));
  if (Number(query.get("since"))) {
    asked.set("from", new Date(Date.now() - Number(query.get("since")) * DAY).toISOString());
  }
  return asked;
}

async function read(before) {
  const asked = searched();
  if (before) {
    asked.set("before", before);
  }
  const answer = await fetch("/v1/alerts?" + asked);
  if (!answer.ok) {
    throw new Error("the list answers " + answer.status);
  }
  const page = await answer.json();
  next = page.next;
  more.hidden = next === null;
  return page;
}

async function begin() {
  try {
    const turn = ++turns;
    const page = await read(null);
    if (turn !== turns) {
      return;
    }
    alerts.replaceChildren();
    page.alerts.map(entryOf).forEach(place);
    refresh();
    byId(decodeURIComponent(location.hash.slice(1)))?.scrollIntoView();
    follow(page.position);
  } catch {
    showLink("lost", "No connection");
    setTimeout(begin, 3_000 + 2_000 * Math.random());
  }
}

function follow(position) {
  events?.close();
  events = new EventSource("/events?after=" + position);
  events.addEventListener("open", () => showLink("live", "Live"));
  events.addEventListener("alert", (event) => arrive(JSON.parse(event.data)));
  events.addEventListener("reset", begin);
  events.addEventListener("error", () => {
    showLink("lost", "Reconnecting");
    // The browser comes back by itself unless the server refused it.
    if (events.readyState === EventSource.CLOSED) {
      setTimeout(begin, 3_000 + 2_000 * Math.random());
    }
  });
}

async function arrive(alert) {
  if (!(await isSearched(alert))) {
    return;
  }
  const entry = entryOf(alert);
  entry.classList.add("fresh");
  setTimeout(() => entry.classList.remove("fresh"), FRESH_FOR);
  place(entry);
  trim();
  refresh();
  byId("announcement").textContent = (alert.revision > 1 ? "Updated: " : "New: ") + summary(alert);
  if (document.hidden) {
    unseen++;
    document.title = `(${unseen}) Communique`;
  }
}

/** Whether a new alert is among those searched for; the service knows how to search. */
async function isSearched(alert) {
  const asked = searched();
  if ([...asked.keys()].length === 1) {
    return true;
  }
  asked.set("limit", 10);
  const answer = await fetch("/v1/alerts?" + asked);
  return answer.ok && (await answer.json()).alerts.some((found) => found.id === alert.id);
}

/** A page that is open for weeks does not grow without end. */
function trim() {
  while (alerts.children.length > room) {
    alerts.lastElementChild.remove();
    next = alerts.lastElementChild.alert.id;
    more.hidden = false;
  }
}

function showLink(state, text) {
  byId("link").dataset.state = state;
  byId("link-text").textContent = text;
}

/** j and k go to the next and the previous alert in sight. */
function step(event) {
  const way = { j: 1, k: -1 }[event.key];
  if (!way || event.ctrlKey || event.metaKey || event.altKey) {
    return;
  }
  const cards = [...alerts.querySelectorAll(".entry:not([hidden]) > .card")];
  const at = cards.findIndex((card) => card.contains(document.activeElement));
  const to = cards[at < 0 ? 0 : Math.min(Math.max(at + way, 0), cards.length - 1)];
  to?.focus();
  to?.scrollIntoView({ block: "nearest" });
}

more.addEventListener("click", async () => {
  more.disabled = true;
  room += PAGE;
  try {
    (await read(next)).alerts.map(entryOf).forEach(place);
    refresh();
  } catch {
    begin();
  } finally {
    more.disabled = false;
  }
});
document.addEventListener("keydown", step);
document.addEventListener("visibilitychange", () => {
  if (!document.hidden) {
    unseen = 0;
    document.title = "Communique";
  }
});
setInterval(() => { entries().forEach(showTime); refresh(); }, 30_000);
let typing = 0;
choices(SEARCHED, () => {
  clearTimeout(typing);
  typing = setTimeout(begin, 200);
});
begin();
