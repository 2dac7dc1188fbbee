import fs from "fs";
const [BASE, TOKEN, FILE] = process.argv.slice(2);
const API = BASE + "/api/v1/ocr/";
const H = { Authorization: "Bearer " + TOKEN };
const form = new FormData();
form.append("file", new Blob([fs.readFileSync(FILE)]), "invoice.pdf");
form.append("tier", "vlm");
let job = await (await fetch(API, { method: "POST", headers: H, body: form })).json();
while (["pending", "processing"].includes(job.status)) {
  await new Promise(r => setTimeout(r, 2000));
  job = await (await fetch(API + job.uuid + "/", { headers: H })).json();
}
console.log(job.markdown);
