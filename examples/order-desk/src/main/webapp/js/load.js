// Load runs: start one, watch its ledger.

import { get, post } from "./api.js";
import { byId, number, say, setText, withButton } from "./dom.js";

let run = null;

export function startLoad(onChange) {
  byId("load-form").addEventListener("submit", (event) => {
    event.preventDefault();
    withButton(event.currentTarget.querySelector(".primary"), "load-answer", async () => {
      const jobs = byId("load-jobs").value;
      const query = new URLSearchParams({ jobs, millis: byId("load-millis").value, channel: byId("load-channel").value });
      say("load-answer", "", "Delaying the jobs…");
      const began = Date.now();
      const answer = await post(`load?${query}`);
      run = { id: answer.run, jobs: Number(jobs), began };
      say("load-answer", "", `Run ${answer.run}`);
      byId("run").hidden = false;
      onChange();
    });
  });
}

/** Draws the figures of the run; answers whether it is still under way. */
export async function refreshRun() {
  if (!run || run.ended) {
    return false;
  }
  const current = run;
  const figures = await get(`ledger?run=${current.id}`);
  if (current !== run) {
    return true;
  }
  const seconds = (Date.now() - run.began) / 1000;
  byId("run-progress").max = run.jobs;
  byId("run-progress").value = figures.rows;
  setText(byId("run-rows"), `${number(figures.rows)} of ${number(run.jobs)}`);
  setText(byId("run-distinct"), number(figures.distinctJobs));
  setText(byId("run-depth"), number(figures.maxConcurrent));
  setText(byId("run-rate"), figures.rows > 0 ? number(Math.round(figures.rows / seconds)) : "–");
  run.ended = figures.rows >= run.jobs;
  return !run.ended;
}
