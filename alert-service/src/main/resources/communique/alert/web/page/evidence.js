// All there is to know of one alert: where each outlet says it, who was told, who took note, what was said before.

import { change, get } from "./api.js";
import { act, countries, moment, words } from "./words.js";
import { alertLink, bdi, element, time } from "./table.js";

/** Loads what belongs to an alert the first time it is unfolded. */
export function unfold(entry) {
  const details = entry.querySelector(".more-about");
  const place = entry.querySelector(".about-it");
  details.addEventListener("toggle", () => details.open && show(entry.alert, place));
}

async function show(alert, place) {
  try {
    const all = await get("/v1/alerts/" + encodeURIComponent(alert.id));
    const reach = await get(`/v1/alerts/${encodeURIComponent(alert.id)}/reach`);
    place.replaceChildren(
      ...articles(all), ...list("Said before", all.earlier.map(earlier)),
      ...list("Who was told", all.deliveries.map(delivery)), ...list("By which routes", reach.routes),
      ...note(all, place));
  } catch (problem) {
    place.textContent = problem.message;
  }
}

function list(title, items) {
  return items.length === 0 ? [] : [element("h3", "", title), element("ul", "plain-list", ...items.map((item) => element("li", "", item)))];
}

/** The articles in the order in which they came, each with its sentences in their paragraphs. */
function articles(all) {
  const known = new Map();
  return all.sources.map((source, index) => {
    const section = document.getElementById("evidence-template").content.firstElementChild.cloneNode(true);
    const sentences = all.evidence.filter((sentence) => sentence.articleId === source.articleId);
    section.querySelector(".outlet").textContent = source.source;
    section.querySelector(".published").textContent =
      moment(Date.parse(source.published), Date.parse(all.published)) + changeBy(all, source, sentences, index);
    section.append(...sentences.map((sentence) => quote(sentence, all, known)));
    return section;
  });
}

function changeBy(all, source, sentences, index) {
  if (all.withdrawn.includes(source.articleId)) {
    return " · took it back";
  }
  const fresh = sentences.filter((sentence) => !sentence.repeats).length;
  if (index === 0) {
    return " · first";
  }
  return fresh > 0 ? ` · adds ${fresh} statement${fresh > 1 ? "s" : ""}` : " · says the same";
}

function quote(sentence, all, known) {
  const statement = all.statements.find((one) => one.text === sentence.text) ?? known.get(sentence.repeats);
  known.set(sentence.statementId, statement);
  const points = [...sentence.paragraph];
  const paragraph = element("p", "paragraph",
    points.slice(0, sentence.start).join(""),
    element("mark", "", points.slice(sentence.start, sentence.end).join("")),
    points.slice(sentence.end).join(""));
  paragraph.dir = "auto";
  return element("div", "quote", paragraph, statement ? facts(statement, sentence) : null);
}

function facts(statement, sentence) {
  const who = [statement.person, statement.office && words(statement.office), countries(statement.speakers)].filter(Boolean).join(", ");
  const parts = [
    sentence.repeats ? "says again" : act(statement.act),
    !sentence.repeats && statement.cue ? element("span", "cue", "cue ", element("q", "", bdi(statement.cue))) : "",
    "about " + countries(statement.about), `${Math.round(statement.confidence * 100)} % sure`,
    statement.topics.map(words).join(", "), statement.rules.length ? "rules " + statement.rules.join(", ") : "",
  ].filter(Boolean);
  return element("p", "facts", element("bdi", "person", who), ...parts.flatMap((part) => [" · ", part]));
}

function earlier(alert) {
  return element("span", "", alertLink(alert.id, alert.headline), " · ", time(alert.published));
}

function delivery(one) {
  const what = words(one.status).toLowerCase() + (one.reason ? `, ${one.reason}` : "");
  return element("span", "", `${one.channel}: revision ${one.revision} ${what} `, time(one.attempted));
}

/** Who took note, and a form for whoever wants to. */
function note(all, place) {
  const known = all.acknowledgement;
  const told = element("p", "facts", known ? element("bdi", "person", known.user) : "Nobody took note yet.");
  if (known) {
    told.append(" took note ", time(known.at), known.note ? ": " : "", element("bdi", "", known.note));
  }
  const user = field("Your name", "name");
  const text = field("Note", "off");
  const button = element("button", "", "Take note");
  const form = element("form", "form inline", user, text, button);
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    try {
      await change("POST", `/v1/alerts/${encodeURIComponent(all.id)}/acknowledgement`,
        { user: user.querySelector("input").value, note: text.querySelector("input").value });
      setTimeout(async () => {
        await show(all, place);
        place.querySelector("form button")?.focus({ preventScroll: true });
      }, 700);
    } catch (problem) {
      told.textContent = problem.message;
    }
  });
  return [element("h3", "", "Taken note of"), told, form];
}

function field(label, complete) {
  const input = element("input", "");
  input.autocomplete = complete;
  input.required = complete === "name";
  return element("label", "", label + " ", input);
}
