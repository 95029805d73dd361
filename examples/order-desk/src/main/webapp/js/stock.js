// The stock: what is scarce, or everything.

import { get, post } from "./api.js";
import { byId, element, number, say, setText, withButton } from "./dom.js";

const LOW = 100;
const ARRIVING = 50;
const rows = new Map();
let showAll = false;

/** Draws the stock anew and answers its articles. */
export async function refreshStock() {
  const items = await get("stock");
  items.forEach(draw);
  return items;
}

function draw(item) {
  let row = rows.get(item.sku);
  if (!row) {
    row = newRow(item);
    rows.set(item.sku, row);
    byId("stock-list").append(row);
  }
  const isOut = item.available === 0;
  // What was scarce once stays in sight: its row would vanish under the hand that restocks it.
  row.dataset.scarce = row.dataset.scarce || item.available < LOW ? "yes" : "";
  row.className = isOut ? "article out" : item.available < LOW ? "article low" : "article";
  row.hidden = !showAll && !row.dataset.scarce;
  setText(row.querySelector(".available"), isOut ? "out" : number(item.available));
}

function newRow(item) {
  const row = element("li", "article");
  const name = element("span", "name", item.name);
  name.title = item.name;
  const restock = element("button", "", `+${ARRIVING}`);
  restock.type = "button";
  restock.setAttribute("aria-label", `Restock ${item.sku} by ${ARRIVING}`);
  restock.addEventListener("click", () => withButton(restock, "stock-answer", async () => {
    const answer = await post(`stock/${encodeURIComponent(item.sku)}?quantity=${ARRIVING}`);
    say("stock-answer", "good", `${answer.sku}: ${number(answer.available)} available. Failed reservations can be requeued in the queue console.`);
    await refreshStock();
  }));
  row.append(element("span", "sku", item.sku), name, element("span", "available"), restock);
  return row;
}

export function startStock() {
  byId("stock-all").addEventListener("click", async (event) => {
    showAll = !showAll;
    event.currentTarget.setAttribute("aria-expanded", String(showAll));
    event.currentTarget.textContent = showAll ? "Show scarce" : "Show all";
    await refreshStock();
  });
}
