// Import of order files.

import { postCsv } from "./api.js";
import { byId, count, element, say, withButton } from "./dom.js";

const SHOWN = 100;

async function send(text, onChange) {
  say("import-answer", "", "Placing the orders…");
  byId("rejected").replaceChildren();
  const report = await postCsv("orders/import", text);
  const range = report.orders > 0 ? ` (#${report.firstId} to #${report.lastId})` : "";
  const placed = `${count(report.orders, "order is", "orders are")} placed${range}`;
  const left = report.rejected.length;
  say("import-answer", left === 0 ? "good" : "bad", left === 0 ? `${placed}.` : `${placed}; ${count(left, "line was", "lines were")} rejected:`);
  byId("rejected").replaceChildren(...report.rejected.slice(0, SHOWN).map((line) =>
    element("li", "", `Line ${line.line}${line.order ? `, order ${line.order}` : ""}: ${line.reason}`)));
  onChange();
}

export function startImport(onChange) {
  const sample = byId("import-sample");
  sample.addEventListener("click", () => withButton(sample, "import-answer", async () => {
    const response = await fetch("data/orders-1000.csv");
    if (!response.ok) {
      throw new Error(`The sample file could not be read: status ${response.status}`);
    }
    await send(await response.text(), onChange);
  }));
  const chooser = byId("import-file");
  chooser.addEventListener("change", () => withButton(chooser, "import-answer", async () => {
    const file = chooser.files[0];
    if (file) {
      await send(file, onChange);
    }
    chooser.value = "";
  }));
}
