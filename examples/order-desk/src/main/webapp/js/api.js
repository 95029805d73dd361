// Requests to the REST interface. A refusal becomes an Error with the server's words.

const BASE = "api/";

async function request(method, path, body, type) {
  const options = { method, headers: { Accept: "application/json" } };
  if (body !== undefined) {
    options.body = body;
    options.headers["Content-Type"] = type;
  }
  const response = await fetch(BASE + path, options);
  const answer = await response.json().catch(() => ({ error: `Status ${response.status}` }));
  if (!response.ok) {
    throw new Error(sentence(answer));
  }
  return answer;
}

function sentence(problem) {
  return problem.expected
    ? `${problem.error}: expected ${problem.expected}, found ${problem.found}`
    : problem.error;
}

export const get = (path) => request("GET", path);
export const post = (path) => request("POST", path);
export const postJson = (path, value) =>
  request("POST", path, JSON.stringify(value), "application/json");
export const postCsv = (path, text) => request("POST", path, text, "text/csv; charset=utf-8");
