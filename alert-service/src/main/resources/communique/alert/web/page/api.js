// Asks the service, and changes things with the token of whoever sits here.

const KEY = "communique-token";

export async function get(path) {
  const answer = await fetch(path);
  if (!answer.ok) {
    throw new Error(await problem(answer));
  }
  return answer.json();
}

/** Changes something; asks for the token where it is not known, and forgets it where it is wrong. */
export async function change(method, path, body) {
  const token = sessionStorage.getItem(KEY) ?? prompt("Token (alert.web.token)");
  if (!token) {
    throw new Error("nothing is changed without the token");
  }
  const answer = await fetch(path, {
    method,
    headers: { "Authorization": "Bearer " + token, "Content-Type": "application/json" },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  if (answer.status === 401) {
    sessionStorage.removeItem(KEY);
  }
  if (!answer.ok) {
    throw new Error(await problem(answer));
  }
  sessionStorage.setItem(KEY, token);
  return answer.status === 204 ? null : answer.json();
}

async function problem(answer) {
  const text = await answer.text();
  try {
    const told = JSON.parse(text);
    return told.error ?? told.title ?? text;
  } catch {
    return text || "the service answers " + answer.status;
  }
}
