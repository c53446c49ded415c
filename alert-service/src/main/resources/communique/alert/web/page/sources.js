// How the sources do.

import { get } from "./api.js";
import { byId, element, fill, keepShown, link, time } from "./table.js";

async function show() {
  const all = (await get("/v1/sources")).sources;
  fill(byId("rows"), ["source", "health", "last poll", "last answer", "next poll", "outcome", "failures"], all.map((one) => [
    link(one.id, one.url), element("span", one.health === "fine" ? "good" : "bad", one.health), time(one.polled),
    time(one.succeeded), time(one.nextPoll), one.outcome, one.failures || "",
  ]));
  byId("empty").hidden = all.length > 0;
  byId("empty").textContent = "No source was polled yet.";
}

keepShown(show, 30_000);
