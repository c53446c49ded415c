// Why an article raised an alert, or none.

import { get } from "./api.js";
import { alertLink, bdi, byId, choices, element, fill, link, options, time } from "./table.js";
import { words } from "./words.js";

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
    words(one.outcome).toLowerCase() + (one.backfill ? ", archive" : ""),
    element("span", "", bdi(one.reason), ...one.alertIds.flatMap((id) => [" ", alertLink(id, "alert")])),
  ]));
  byId("empty").hidden = found.length > 0;
  byId("empty").textContent = "No decision like this is kept.";
}

options(byId("outcome"), OUTCOMES, (code) => words(code).toLowerCase());
choices(["q", "outcome"], show);
show();
setInterval(show, 15_000);
