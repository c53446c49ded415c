// Who was told when, how the channels do, and what may be done about it.

import { change, get } from "./api.js";
import { alertLink, bdi, byId, choices, element, fill, keepShown, keyed, options, say, time } from "./table.js";
import { reason, words } from "./words.js";

const shown = (code) => words(code).toLowerCase();

async function show() {
  const query = new URLSearchParams({ limit: 100 });
  for (const id of ["channel", "status"]) {
    if (byId(id).value) {
      query.set(id, byId(id).value);
    }
  }
  const [channels, deliveries, attempts] = await Promise.all([
    get("/v1/channels"), get("/v1/deliveries?" + query),
    get("/v1/attempts?limit=50" + (byId("channel").value ? "&channel=" + encodeURIComponent(byId("channel").value) : "")),
  ]);
  options(byId("channel"), channels.channels.map((channel) => channel.name));
  showChannels(channels.channels);
  fill(byId("rows"), ["channel", "alert", "status", "attempts", "last", "next", "answer"], deliveries.deliveries.map((one) => [
    one.channel, one.alertId ? alertLink(one.alertId) : "notice", came(one),
    one.attempts, time(one.attempted), time(one.nextAttempt), answer(one),
  ]));
  byId("empty").hidden = deliveries.deliveries.length > 0;
  byId("empty").textContent = "No delivery like this yet.";
  fill(byId("attempts"), ["channel", "message", "attempt", "when", "took", "came of it", "answer"], attempts.attempts.map((one) => [
    one.channel, bdi(one.messageId), one.attempt, time(one.at), `${one.tookMillis} ms`,
    came(one), answer(one),
  ]));
  byId("no-attempts").hidden = attempts.attempts.length > 0;
}

const came = (one) => shown(one.status) + (one.reason ? ", " + reason(one.reason) : "");

/** What the receiver said, and where it will never take the message, what that was. */
function answer(one) {
  const said = element("span", "", one.statusCode ?? "", " ", bdi(one.snippet));
  if (one.payload) {
    const sent = element("details", "", element("summary", "", "What was sent"), element("pre", "payload", bdi(one.payload)));
    said.append(keyed(`sent ${one.channel} ${one.messageId} ${one.attempt}`, sent));
  }
  return said;
}

function showChannels(channels) {
  fill(byId("channels"), ["name", "type", "state", ""], channels.map((channel) => [
    channel.name, channel.type, state(channel),
    element("span", "actions",
      button(channel, "Send a test", () => act(channel, "test", `A test is on its way to ${channel.name}.`)),
      channel.disabled
        ? button(channel, "Enable", () => act(channel, "enable", `${channel.name} is enabled.`))
        : button(channel, "Disable", () => act(channel, "disable", `${channel.name} is disabled.`))),
  ]));
}

function state(channel) {
  if (channel.disabled) {
    return element("span", "bad", "disabled: ", bdi(channel.reason));
  }
  return channel.failingSince ? element("span", "bad", "fails since ", time(channel.failingSince)) : "in use";
}

function button(channel, text, press) {
  const made = element("button", "", text);
  made.type = "button";
  made.setAttribute("aria-label", `${text}: ${channel.name}`);
  made.addEventListener("click", press);
  return keyed(`${text === "Send a test" ? "test" : "switch"} ${channel.name}`, made);
}

async function act(channel, what, done) {
  const user = prompt("Your name");
  if (!user) {
    return;
  }
  try {
    await change("POST", `/v1/channels/${channel.name}/${what}`, { user, reason: "by hand" });
    say(done);
    setTimeout(refresh, 1_000);
  } catch (problem) {
    say(problem.message);
  }
}

const refresh = keepShown(show, 10_000);
choices(["channel", "status"], refresh);
