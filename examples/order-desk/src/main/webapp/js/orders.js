// The latest orders, and what was done for each. Rows are kept, so that ticks appear in place.

import { get } from "./api.js";
import { byId, count, element, number, setText } from "./dom.js";

const LIMIT = 25;
const EFFECTS = [["invoice", "Invoice"], ["mail", "Mail"], ["stock", "Stock"]];
const NONE = {
  all: "No orders yet. Place one, or import the sample file.",
  unfinished: "Nothing is left to do: every order has all its effects.",
};
const rows = new Map();
let first = true;
let shown = "all";

/** Draws the orders anew; answers whether work is still under way. */
export async function refreshOrders() {
  const query = `orders?limit=${LIMIT}&unfinished=${shown === "unfinished"}`;
  const orders = await get(query);
  const list = byId("order-list");
  const ids = new Set(orders.map((order) => order.id));
  for (const [id, row] of rows) {
    if (!ids.has(id)) {
      row.remove();
      rows.delete(id);
    }
  }
  orders.forEach((order, place) => {
    const row = rows.get(order.id) ?? newRow(order);
    if (list.children[place] !== row) {
      list.insertBefore(row, list.children[place] ?? null);
    }
    draw(row, order);
  });
  first = false;
  byId("no-orders").hidden = orders.length > 0;
  setText(byId("no-orders"), NONE[shown]);
  return orders.some(isUnderWay);
}

/** Lets the user choose which orders to see. */
export function startOrders(onChange) {
  for (const name of ["all", "unfinished"]) {
    byId(`show-${name}`).addEventListener("click", () => {
      shown = name;
      first = true;
      byId("show-all").setAttribute("aria-pressed", String(name === "all"));
      byId("show-unfinished").setAttribute("aria-pressed", String(name === "unfinished"));
      onChange();
    });
  }
}

function isUnderWay(order) {
  return !order.problem && EFFECTS.some(([name]) => !order.effects[name]);
}

function newRow(order) {
  const row = element("li", first ? "order" : "order fresh");
  row.append(element("span", "id", `#${order.id}`));
  const who = element("div", "who");
  const customer = element("bdi", "customer", order.customer);
  customer.title = order.customer;
  who.append(customer, element("span", "about"));
  const effects = element("div", "effects");
  EFFECTS.forEach(([, label]) => effects.append(element("span", "effect", label)));
  row.append(who, effects);
  rows.set(order.id, row);
  return row;
}

function draw(row, order) {
  const about = [count(order.lines, "line", "lines"), count(order.pieces, "piece", "pieces"), ago(order.placed)];
  setText(row.querySelector(".about"), about.join(" · "));
  EFFECTS.forEach(([name, label], i) => {
    const state = order.effects[name] ? "done" : name === "stock" && order.problem ? "failed" : "waiting";
    const chip = row.querySelectorAll(".effect")[i];
    chip.className = `effect ${state}`;
    chip.setAttribute("aria-label", `${label}: ${state}`);
  });
  let problem = row.querySelector(".problem");
  if (order.problem && !problem) {
    problem = element("p", "problem");
    row.append(problem);
  }
  if (problem) {
    problem.hidden = !order.problem;
    setText(problem, order.problem ?? "");
  }
}

function ago(instant) {
  const seconds = Math.max(0, Math.round((Date.now() - new Date(instant)) / 1000));
  if (seconds < 5) return "just now";
  if (seconds < 60) return `${seconds} s ago`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min ago`;
  if (seconds < 86400) return `${number(Math.floor(seconds / 3600))} h ago`;
  return new Date(instant).toLocaleDateString();
}
