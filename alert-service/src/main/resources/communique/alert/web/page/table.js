// What all tables share: rows of cells, set as text and never as mark-up.

import { ago, inFull } from "./words.js";

export const byId = (id) => document.getElementById(id);

export function element(name, className, ...content) {
  const made = document.createElement(name);
  if (className) {
    made.className = className;
  }
  made.append(...content.filter((part) => part !== null && part !== undefined));
  return made;
}

/** A text from the world, kept from turning the direction of what stands beside it. */
export const bdi = (text) => element("bdi", "", text ?? "");

export function time(iso) {
  if (!iso) {
    return "";
  }
  const moment = Date.parse(iso);
  const made = element("time", "", ago(moment));
  made.dateTime = iso;
  made.title = inFull(moment);
  return made;
}

export function link(text, url) {
  if (!/^https?:\/\/[^/]/i.test(url ?? "")) {
    return bdi(text);
  }
  const made = element("a", "", bdi(text));
  made.href = url;
  made.target = "_blank";
  made.rel = "noopener noreferrer";
  return made;
}

export function alertLink(id, text) {
  const made = element("a", "", bdi(text ?? id));
  made.href = "/?q=" + encodeURIComponent(id) + "#alert-" + encodeURIComponent(id);
  return made;
}

/**
 * Fills a table; cells are texts or elements. What has a data-key keeps the focus, or stays unfolded, when the table is
 * filled anew: nobody who uses a keyboard or a screen reader is thrown out of it every few seconds.
 */
export function fill(table, heads, rows) {
  const focused = table.contains(document.activeElement) ? document.activeElement.closest("[data-key]")?.dataset.key : null;
  const unfolded = new Set([...table.querySelectorAll("details[open][data-key]")].map((details) => details.dataset.key));
  const head = element("tr", "", ...heads.map((text) => {
    const cell = element("th", "", text);
    cell.scope = "col";
    return cell;
  }));
  const body = rows.map((cells) => element("tr", "", ...cells.map((cell) => element("td", "", cell ?? ""))));
  table.querySelectorAll("thead, tbody").forEach((part) => part.remove());
  table.append(element("thead", "", head), element("tbody", "", ...body));
  table.hidden = rows.length === 0;
  for (const kept of table.querySelectorAll("[data-key]")) {
    kept.open = unfolded.has(kept.dataset.key);
    if (kept.dataset.key === focused) {
      (kept.querySelector("summary") ?? kept).focus({ preventScroll: true });
    }
  }
}

/** Gives an element the name by which a table knows it again. */
export function keyed(key, made) {
  made.dataset.key = key;
  return made;
}

export function say(text) {
  byId("note").textContent = text;
}

/** Shows something from now on, anew after a time; says so where the service does not answer. */
export function keepShown(show, millis) {
  let lost = false;
  const attempt = async () => {
    try {
      await show();
      lost && say("");
      lost = false;
    } catch (problem) {
      lost = true;
      say(`${problem instanceof TypeError ? "The service does not answer" : problem.message}. What is shown may be old.`);
    }
  };
  setInterval(attempt, millis);
  attempt();
  return attempt;
}

/** Keeps the choices of a page in its address and calls back when one changes. */
export function choices(ids, changed) {
  const query = new URLSearchParams(location.search);
  for (const id of ids) {
    const field = byId(id);
    keep(field, query.get(id));
    field.addEventListener("input", () => {
      const now = new URLSearchParams(location.search);
      field.value ? now.set(id, field.value) : now.delete(id);
      const text = now.toString();
      history.replaceState(null, "", text ? "?" + text : location.pathname);
      changed();
    });
  }
}

/** Selects a value; adds it where it is not there yet. */
function keep(field, value) {
  if (value !== null) {
    if (field.tagName === "SELECT" && ![...field.options].some((option) => option.value === value)) {
      field.append(new Option(value, value));
    }
    field.value = value;
  }
}

/** Makes the options of a select those given, and leaves chosen what is chosen. */
export function options(field, values, name = (value) => value) {
  const chosen = field.value;
  const all = new Set(values);
  if (chosen) {
    all.add(chosen);
  }
  const made = [...all].sort().map((value) => new Option(name(value), value));
  field.replaceChildren(field.options[0], ...made);
  field.value = chosen;
}
