// One alert as elements. Every text is set as text and never as mark-up, so nothing in an article can become part of the page.

import { unfold } from "./evidence.js";
import { act, ago, countries, country, inFull, language, moment, timeOfDay, words } from "./words.js";

const STATEMENTS_SHOWN = 3;
const SOURCES_SHOWN = 4;
const UNSURE = 0.6;

const stamp = (id) => document.getElementById(id).content.firstElementChild.cloneNode(true);
const part = (element, name) => element.querySelector("." + name);
const say = (element, name, text) => { part(element, name).textContent = text; };

/** A list entry for an alert; the alert itself hangs on it. */
export function entryOf(alert) {
  const entry = stamp("entry-template");
  entry.id = "alert-" + alert.id;
  entry.alert = alert;
  entry.published = Date.parse(alert.published);
  part(entry, "card").setAttribute("aria-label", summary(alert));
  say(entry, "speakers", countries(alert.speakers));
  say(entry, "about", country(alert.about));
  say(entry, "headline", alert.headline);
  say(entry, "why", "New: " + alert.noveltyReason);
  part(entry, "states").append(...alert.speakers.map(badge));
  part(entry, "topics").append(...alert.topics.map((topic) => item(words(topic))));
  part(entry, "when").href = "#" + entry.id;
  showRevision(entry, alert);
  fill(part(entry, "statements"), alert.statements.map(statementOf), STATEMENTS_SHOWN, "more statement");
  fill(part(entry, "sources"), alert.sources.map((source) => sourceOf(source, entry.published)), SOURCES_SHOWN, "more source");
  showTime(entry);
  unfold(entry);
  return entry;
}

export const summary = (alert) => `${countries(alert.speakers)} on ${country(alert.about)}: ${alert.headline}`;

/** Sets the time anew, since "5 minutes ago" grows old. */
export function showTime(entry) {
  const time = entry.querySelector(".when time");
  time.dateTime = entry.alert.published;
  time.textContent = ago(entry.published);
  time.title = inFull(entry.published);
  say(entry, "clock", timeOfDay(entry.published));
}

function showRevision(entry, alert) {
  if (alert.revision > 1) {
    const revision = part(entry, "revision");
    revision.textContent = `${alert.kind.toLowerCase()}, revision ${alert.revision}`;
    revision.hidden = false;
  }
}

/** The state's code on a colour of its own; the same code always has the same colour. */
function badge(code) {
  const element = document.createElement("span");
  element.className = "badge";
  element.textContent = code;
  element.style.setProperty("--hue", hueOf(code));
  return element;
}

export const hueOf = (code) => ((code.charCodeAt(0) - 65) * 26 + code.charCodeAt(1) - 65) * 53 % 360;

function item(text) {
  const element = document.createElement("li");
  element.textContent = text;
  return element;
}

function statementOf(statement) {
  const element = stamp("statement-template");
  element.querySelector("mark").textContent = statement.text;
  say(element, "act", act(statement.act));
  part(element, "speaker").append(...speakerOf(statement));
  if (statement.confidence < UNSURE) {
    element.classList.add("unsure");
    part(element, "speaker").append(` · ${Math.round(statement.confidence * 100)} % sure`);
  }
  return element;
}

function speakerOf(statement) {
  const states = countries(statement.speakers);
  const office = statement.office ? words(statement.office) : "";
  const name = document.createElement("bdi");
  name.className = "person";
  name.textContent = statement.person ?? states;
  const rest = [office, statement.person ? states : ""].filter(Boolean).join(", ");
  return rest ? [name, ", " + rest] : [name];
}

function sourceOf(source, alertTime) {
  const element = stamp("source-template");
  const time = Date.parse(source.published);
  const tongue = source.language && source.language !== "en" ? " · " + language(source.language) : "";
  say(element, "outlet", source.source);
  say(element, "published", moment(time, alertTime) + tongue);
  part(element, "published").title = inFull(time);
  part(element, "title").replaceChildren(...linkTo(source));
  return element;
}

function linkTo(source) {
  const text = source.title ?? source.url ?? "";
  if (!/^https?:\/\/[^/]/i.test(source.url ?? "")) {
    return [text];
  }
  const link = document.createElement("a");
  link.textContent = text;
  link.href = source.url;
  link.target = "_blank";
  link.rel = "noopener noreferrer";
  return [link];
}

/** Adds the first elements, and the others where they can be unfolded. */
function fill(parent, elements, shown, what) {
  parent.append(...elements.slice(0, shown));
  const rest = elements.slice(shown);
  if (rest.length > 0) {
    const details = document.createElement("details");
    const label = document.createElement("summary");
    label.textContent = `${rest.length} ${what}${rest.length > 1 ? "s" : ""}`;
    details.append(label, ...rest);
    parent.append(parent.tagName === "UL" ? wrapped(details, rest) : details);
  }
}

function wrapped(details, rest) {
  const inner = document.createElement("ul");
  inner.append(...rest);
  details.append(inner);
  const element = document.createElement("li");
  element.className = "folded";
  element.append(details);
  return element;
}
