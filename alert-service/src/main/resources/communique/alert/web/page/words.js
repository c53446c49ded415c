// The codes of an alert in words, and times as people say them.

const regions = new Intl.DisplayNames(["en"], { type: "region", fallback: "code" });
const languages = new Intl.DisplayNames(["en"], { type: "language", fallback: "code" });
const list = new Intl.ListFormat("en-GB", { style: "long", type: "conjunction" });
const relative = new Intl.RelativeTimeFormat("en", { numeric: "always" });
const clock = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit" });
const date = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short" });
const day = new Intl.DateTimeFormat("en-GB", { weekday: "long", day: "numeric", month: "long", year: "numeric" });
const full = new Intl.DateTimeFormat("en-GB", { dateStyle: "full", timeStyle: "long" });

const ACTS = {
  SAY: "says", URGE: "urges", CONDEMN: "criticises", PRAISE: "welcomes", PLEDGE: "pledges",
  WARN: "warns", DENY: "denies", AGREE: "agrees", CONDOLE: "condoles",
};
const UNITS = [["day", 86400], ["hour", 3600], ["minute", 60]];

export function country(code) {
  try {
    return regions.of(code);
  } catch {
    return code;
  }
}

export function language(code) {
  try {
    return languages.of(code);
  } catch {
    return code;
  }
}

export const countries = (codes) => list.format(codes.map(country));

export const words = (code) => code.replaceAll(/[-_]/g, " ");

const OUTCOMES = {
  ALERTED: "alerted", KNOWN: "known already", DUPLICATE: "copy of another article", STALE: "old event",
  NOT_BY: "by nobody watched", NOT_ABOUT: "not about a watched country", BELOW_CONFIDENCE: "not sure enough",
  NO_STATEMENT: "nobody states anything", NOT_WANTED: "wanted by no rule", RETRACTED: "taken back",
};

export const outcome = (code) => OUTCOMES[code] ?? words(code).toLowerCase();

/** A reason as records have it, such as serverError. */
export const reason = (code) => code.replaceAll(/([A-Z])/g, " $1").toLowerCase();

export const act = (code) => ACTS[code] ?? "";

export const timeOfDay = (time) => clock.format(time);

/** The time of day, with the date where it is not that of the alert it belongs to. */
export const moment = (time, of) =>
  startOfDay(time) === startOfDay(of) ? clock.format(time) : `${date.format(time)}, ${clock.format(time)}`;

export const inFull = (time) => full.format(time);

export function ago(time, now = Date.now()) {
  const seconds = Math.round((time - now) / 1000);
  const [unit, length] = UNITS.find(([, size]) => Math.abs(seconds) >= size) ?? ["second", 1];
  if (unit === "second") {
    return seconds > 5 ? "in a moment" : "just now";
  }
  return relative.format(Math.trunc(seconds / length), unit);
}

/** Today, yesterday or the date: what a new day in the list is headed with. */
export function dayOf(time, now = Date.now()) {
  const days = Math.round((startOfDay(now) - startOfDay(time)) / 86400000);
  return days === 0 ? "Today" : days === 1 ? "Yesterday" : day.format(time);
}

const startOfDay = (time) => new Date(time).setHours(0, 0, 0, 0);
