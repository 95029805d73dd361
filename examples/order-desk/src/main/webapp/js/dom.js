// Small steps on the page. Foreign text only ever becomes textContent: it cannot turn into markup.

export const byId = (id) => document.getElementById(id);

export function element(tag, className, text) {
  const node = document.createElement(tag);
  if (className) {
    node.className = className;
  }
  if (text !== undefined) {
    node.textContent = text;
  }
  return node;
}

export function setText(node, text) {
  if (node.textContent !== text) {
    node.textContent = text;
  }
}

export function say(id, kind, text) {
  const node = byId(id);
  node.className = `answer ${kind}`;
  node.textContent = text;
}

export const number = (value) => Number(value).toLocaleString("en");

export const count = (value, one, many) => `${number(value)} ${Number(value) === 1 ? one : many}`;

/** Runs work with the button disabled; says what went wrong, if anything did. */
export async function withButton(button, answerId, work) {
  button.disabled = true;
  try {
    await work();
  } catch (e) {
    say(answerId, "bad", e.message);
  } finally {
    button.disabled = false;
  }
}
