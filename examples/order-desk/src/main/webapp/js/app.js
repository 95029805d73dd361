// The page: one loop that looks often while work is under way and seldom when all is quiet, not at
// all while nobody looks, and never more than a third of the time.

import { byId, setText } from "./dom.js";
import { offerArticles, startOrderForm } from "./order-form.js";
import { refreshOrders, startOrders } from "./orders.js";
import { refreshStock, startStock } from "./stock.js";
import { startImport } from "./import.js";
import { refreshRun, startLoad } from "./load.js";

const BUSY_MS = 700;
const QUIET_MS = 4000;
let timer = 0;
let looking = false;
let again = false;

async function look() {
  if (looking) {
    again = true;
    return;
  }
  looking = true;
  clearTimeout(timer);
  let busy = false;
  const began = Date.now();
  try {
    const [orders, run, items] = await Promise.all([refreshOrders(), refreshRun(), refreshStock()]);
    offerArticles(items);
    busy = orders || run;
    live("on", "live");
  } catch (e) {
    live("off", "no answer from the server");
  }
  looking = false;
  if (again) {
    again = false;
    look();
  } else if (!document.hidden) {
    timer = setTimeout(look, Math.max(busy ? BUSY_MS : QUIET_MS, 2 * (Date.now() - began)));
  }
}

function live(state, text) {
  byId("live").className = `live ${state}`;
  setText(byId("live"), text);
}

startOrderForm(look);
startOrders(look);
startStock();
startImport(look);
startLoad(look);
document.addEventListener("visibilitychange", () => (document.hidden ? clearTimeout(timer) : look()));
look();
