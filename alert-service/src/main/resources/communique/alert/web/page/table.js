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

/** Fills a table; cells are texts or elements. */
export function fill(table, heads, rows) {
  const head = element("tr", "", ...heads.map((text) => {
    const cell = element("th", "", text);
    cell.scope = "col";
    return cell;
  }));
  const body = rows.map((cells) => element("tr", "", ...cells.map((cell) => element("td", "", cell ?? ""))));
  table.querySelectorAll("thead, tbody").forEach((part) => part.remove());
  table.append(element("thead", "", head), element("tbody", "", ...body));
  table.hidden = rows.length === 0;
}

export function say(text) {
  byId("note").textContent = text;
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
