// The form for a new order.

import { postJson } from "./api.js";
import { byId, element, say, withButton } from "./dom.js";

let articles = [];

/** Gives the form the articles to choose from; called again when the catalogue is read again. */
export function offerArticles(items) {
  const isFirst = articles.length === 0;
  articles = items;
  if (isFirst && items.length > 0) {
    addLine("A-1", 1);
  }
}

function addLine(sku, quantity) {
  const line = element("div", "line");
  const select = element("select");
  select.setAttribute("aria-label", "Article");
  for (const article of articles) {
    const option = element("option", "", `${article.sku}  ${article.name}`);
    option.value = article.sku;
    select.append(option);
  }
  select.value = sku;
  const pieces = element("input");
  pieces.type = "number";
  pieces.min = 1;
  pieces.max = 10000;
  pieces.value = quantity;
  pieces.setAttribute("aria-label", "Pieces");
  const remove = element("button", "remove", "×");
  remove.type = "button";
  remove.setAttribute("aria-label", "Remove this line");
  remove.addEventListener("click", () => line.remove());
  line.append(select, pieces, remove);
  byId("lines").append(line);
  return select;
}

function draft() {
  const lines = [...byId("lines").children].map((line) => ({
    sku: line.querySelector("select").value,
    quantity: Number(line.querySelector("input").value),
  }));
  return { customer: byId("customer").value, lines };
}

export function startOrderForm(onChange) {
  byId("add-line").addEventListener("click", () => {
    const next = articles[byId("lines").children.length % articles.length];
    addLine(next.sku, 1).focus();
  });
  byId("order-form").addEventListener("submit", (event) => {
    event.preventDefault();
    withButton(event.submitter ?? byId("order-form").querySelector(".primary"), "order-answer", async () => {
      const answer = await postJson("orders", draft());
      say("order-answer", "good", `Order #${answer.id} is placed; its work follows by itself.`);
      onChange();
    });
  });
  byId("rollback").addEventListener("click", (event) =>
    withButton(event.currentTarget, "order-answer", async () => {
      await postJson("orders?rollback=true", draft());
      say("order-answer", "good", "Placed and rolled back: no order, no job, no effect.");
      onChange();
    }));
}
