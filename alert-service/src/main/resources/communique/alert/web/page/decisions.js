// Why an article raised an alert, or none.

import { get } from "./api.js";
import { alertLink, bdi, byId, choices, element, fill, keepShown, keyed, link, options, time } from "./table.js";
import { outcome, words } from "./words.js";

const OUTCOMES = ["ALERTED", "KNOWN", "DUPLICATE", "STALE", "NOT_BY", "NOT_ABOUT", "BELOW_CONFIDENCE", "NO_STATEMENT",
  "NOT_WANTED", "RETRACTED"];
let asked = 0;

async function show() {
  const turn = ++asked;
  const query = new URLSearchParams({ limit: 200 });
  for (const id of ["q", "outcome"]) {
    if (byId(id).value) {
      query.set(id, byId(id).value);
    }
  }
  const found = (await get("/v1/decisions?" + query)).decisions;
  if (turn !== asked) {
    return;
  }
  fill(byId("rows"), ["published", "article", "outcome", "why"], found.map((one) => [
    time(one.published),
    element("span", "", link(one.title ?? one.articleId, one.url), element("span", "soft", " ", bdi(one.source))),
    outcome(one.outcome) + (one.backfill ? ", archive" : ""),
    element("span", "", bdi(one.reason), ...one.alertIds.flatMap((id) => [" ", alertLink(id, "alert")]), told(one)),
  ]));
  byId("empty").hidden = found.length > 0;
  byId("empty").textContent = found.length > 0 ? "" : await missing();
}

/** Why nothing is found: perhaps a source that should have brought it fails. */
async function missing() {
  const words = byId("q").value.trim();
  return words ? (await get("/v1/why?q=" + encodeURIComponent(words))).answer : "No decision like this is kept.";
}

/** What became of an article's alerts channel by channel, once somebody asks. */
function told(decision) {
  if (decision.alertIds.length === 0) {
    return null;
  }
  const place = element("ul", "plain-list");
  const details = element("details", "told", element("summary", "", "Who was told"), place);
  details.addEventListener("toggle", () => details.open && showTold(decision.articleId, place));
  return keyed("told " + decision.articleId, details);
}

async function showTold(articleId, place) {
  const answer = await get("/v1/why?q=" + encodeURIComponent(articleId));
  const channels = answer.articles.flatMap((article) => article.alerts).flatMap((alert) => alert.channels);
  place.replaceChildren(...channels.map((channel) =>
    element("li", "", element("b", "", channel.name), " ", words(channel.status).toLowerCase(), ": ", bdi(channel.why))));
}

options(byId("outcome"), OUTCOMES, outcome);
choices(["q", "outcome"], keepShown(show, 15_000));
