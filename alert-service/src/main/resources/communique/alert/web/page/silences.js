// Silences: what there is, and a form for another.

import { change, get } from "./api.js";
import { bdi, byId, element, fill, keepShown, keyed, say, time } from "./table.js";

async function show() {
  const all = (await get("/v1/silences")).silences;
  fill(byId("rows"), ["state", "alerts like", "by", "why", "from", "to", "kept back", ""], all.map((one) => [
    one.state, element("code", "", one.matchers.join("  ")), bdi(one.owner), bdi(one.comment), time(one.starts), until(one),
    one.kept, one.state === "over" ? "" : end(one),
  ]));
  byId("empty").hidden = all.length > 0;
  byId("empty").textContent = "Nothing is silenced.";
}

function until(one) {
  const made = element("time", "", new Date(one.ends).toLocaleString());
  made.dateTime = one.ends;
  return made;
}

function end(one) {
  const button = element("button", "", "End");
  button.type = "button";
  button.setAttribute("aria-label", `End: ${one.matchers.join(" ")}, by ${one.owner}`);
  button.addEventListener("click", () => attempt(() => change("DELETE", "/v1/silences/" + one.id), "It ends now."));
  return keyed("end " + one.id, button);
}

async function attempt(work, done) {
  try {
    await work();
    say(done);
    setTimeout(refresh, 1_000);
  } catch (problem) {
    say(problem.message);
  }
}

byId("form").addEventListener("submit", (event) => {
  event.preventDefault();
  const ends = new Date(Date.now() + Number(byId("hours").value) * 3_600_000).toISOString();
  attempt(() => change("POST", "/v1/silences", {
    matchers: byId("matchers").value.split("\n").map((line) => line.trim()).filter(Boolean),
    ends, owner: byId("owner").value, comment: byId("comment").value,
  }), "Silenced. What is kept back is shown here, and told when the silence ends.");
});
const refresh = keepShown(show, 10_000);
