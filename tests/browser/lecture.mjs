// Plays the page that `araxes lecture --tour ID --html FILE` writes in a real browser, and fails
// where a key, a swipe or a size does not do what it should, or where anything is requested.
//
//   npm install playwright-core
//   node tests/browser/lecture.mjs FILE.html [FOLDER for pictures] [CHROMIUM]
//
// CI has no browser: there `tests/take_home.rs` checks the structure of the page.
import assert from "node:assert/strict";
import { mkdirSync, statSync } from "node:fs";
import { resolve } from "node:path";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const { chromium } = createRequire(resolve("package.json"))("playwright-core");
const [file, folder, program = "/usr/bin/chromium"] = process.argv.slice(2);
const address = pathToFileURL(resolve(file)).href;
if (folder) mkdirSync(folder, { recursive: true });
assert.ok(statSync(file).size <= 6 * 1024 * 1024, "the page is larger than 6 MB");

const browser = await chromium.launch({ executablePath: program, args: ["--no-sandbox"] });
const picture = (page, name, options = {}) =>
  folder ? page.screenshot({ path: `${folder}/${name}.png`, ...options }) : null;

// A page that notes what it requests and what fails in it.
async function open(options, hash = "") {
  const context = await browser.newContext({ reducedMotion: "reduce", ...options });
  const page = await context.newPage();
  page.requests = [];
  page.faults = [];
  page.on("request", (r) => { if (!r.url().startsWith("data:")) page.requests.push(r.url()); });
  page.on("pageerror", (e) => page.faults.push(e.message));
  page.on("console", (m) => { if (m.type() === "error") page.faults.push(m.text()); });
  await page.goto(address + hash);
  await page.evaluate(() => document.fonts.ready);
  return page;
}

const shown = (page) => page.evaluate(() =>
  [...document.querySelectorAll(".step")].filter((s) => s.offsetParent !== null)
    .map((s) => Number(s.dataset.step)));
const count = (page) => page.evaluate(() =>
  document.querySelectorAll(".tour:not([hidden]) .step").length);

// Nothing may be wider than the page, and no text may be cut.
const cut = (page) => page.evaluate(() => {
  const wide = document.documentElement.scrollWidth > window.innerWidth + 1;
  const step = [...document.querySelectorAll(".step")].find((s) => s.offsetParent !== null);
  const texts = [...step.querySelectorAll("p, h2, li, summary")];
  const right = window.innerWidth + 1;
  const beyond = texts.filter((t) => t.offsetParent && t.getBoundingClientRect().right > right);
  return { wide, beyond: beyond.map((t) => t.textContent.slice(0, 60)) };
});
const small = (page) => page.evaluate(() =>
  [...document.querySelectorAll("button, select, summary")].filter((b) => b.offsetParent)
    .map((b) => [b.getAttribute("aria-label") || b.textContent.slice(0, 20), b.getBoundingClientRect()])
    .filter(([, r]) => r.width < 44 || r.height < 44)
    .map(([name, r]) => `${name}: ${r.width} × ${r.height}`));

async function wall() {
  const page = await open({ viewport: { width: 1920, height: 1080 } });
  const last = await count(page);
  assert.deepEqual(await shown(page), [1]);
  const forward = ["ArrowRight", "PageDown", "Space"];
  for (let at = 1; at < last; at += 1) {
    const asks = await page.evaluate((n) => {
      const answer = document.querySelector(`.tour:not([hidden]) [data-step="${n}"] .answer`);
      return Boolean(answer);
    }, at);
    await picture(page, `wall-${String(at).padStart(2, "0")}`);
    assert.deepEqual(await cut(page), { wide: false, beyond: [] }, `step ${at}`);
    assert.deepEqual(await small(page), [], `step ${at}`);
    await page.keyboard.press(forward[at % 3]);
    if (asks) {
      assert.deepEqual(await shown(page), [at], "the answer comes before the next step");
      await picture(page, `wall-${String(at).padStart(2, "0")}-answer`);
      await page.keyboard.press("PageDown");
    }
    assert.deepEqual(await shown(page), [at + 1]);
    assert.equal(new URL(page.url()).hash, `#step-${at + 1}`);
  }
  await picture(page, `wall-${last}`);
  const said = await page.textContent(".unseen");
  assert.ok(said.startsWith(`${last} of ${last}: `), said);
  await page.keyboard.press("ArrowRight");
  assert.deepEqual(await shown(page), [last], "the end stays the end");
  await page.keyboard.press("PageUp");
  assert.deepEqual(await shown(page), [last - 1]);
  await page.keyboard.press("Home");
  assert.deepEqual(await shown(page), [1]);
  await page.keyboard.press("End");
  assert.deepEqual(await shown(page), [last]);
  await page.keyboard.press("q");
  assert.deepEqual(await shown(page), [last]);
  await page.evaluate(() => { location.hash = "#step-2"; });
  await page.waitForFunction(() => document.querySelector("#step-2").offsetParent !== null);
  await page.click("#step-2 .sources summary");
  assert.ok(await page.isVisible("#step-2 .sources li"));
  await picture(page, "wall-sources");
  assert.deepEqual(page.requests, [address]);
  assert.deepEqual(page.faults, []);
  if (folder) await page.pdf({ path: `${folder}/print.pdf`, preferCSSPageSize: true, printBackground: true });
}

async function phone() {
  const page = await open({
    viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true,
  }, "#step-3");
  assert.deepEqual(await shown(page), [3]);
  const client = await page.context().newCDPSession(page);
  const swipe = async (from, to) => {
    const point = (x, type) => client.send("Input.dispatchTouchEvent", {
      type, touchPoints: type === "touchEnd" ? [] : [{ x, y: 500 }],
    });
    await point(from, "touchStart");
    for (let i = 1; i <= 5; i += 1) await point(from + ((to - from) * i) / 5, "touchMove");
    await point(to, "touchEnd");
  };
  await swipe(330, 60);
  assert.deepEqual(await shown(page), [4]);
  await swipe(60, 330);
  assert.deepEqual(await shown(page), [3]);
  await swipe(200, 215);
  assert.deepEqual(await shown(page), [3], "a short movement is no swipe");
  const last = await count(page);
  for (let at = 1; at <= last; at += 1) {
    await page.selectOption(".jump select", String(at - 1));
    assert.deepEqual(await shown(page), [at]);
    assert.deepEqual(await cut(page), { wide: false, beyond: [] }, `step ${at}`);
    assert.deepEqual(await small(page), [], `step ${at}`);
    await picture(page, `phone-${String(at).padStart(2, "0")}`);
    if (at === 3) await picture(page, "phone-whole", { fullPage: true });
  }
  assert.deepEqual(page.requests, [address]);
  assert.deepEqual(page.faults, []);
}

async function dark() {
  const page = await open({ viewport: { width: 1280, height: 800 }, colorScheme: "dark" }, "#step-8");
  await picture(page, "dark");
  const plain = await open({ viewport: { width: 1280, height: 800 }, javaScriptEnabled: false });
  await picture(plain, "without-script");
}

// What a program that reads aloud finds.
async function aloud() {
  const page = await open({ viewport: { width: 1280, height: 800 } }, "#step-2");
  const found = await page.evaluate(() => ({
    landmarks: ["header", "main", "nav"].map((name) => document.querySelectorAll(name).length > 0),
    title: document.title,
    map: document.querySelector("#step-2 .map").getAttribute("aria-label"),
    named: [...document.querySelectorAll(".step")].every((s) =>
      document.getElementById(s.getAttribute("aria-labelledby"))),
  }));
  assert.deepEqual(found.landmarks, [true, true, true]);
  assert.ok(found.title && found.named && found.map.length > 20, JSON.stringify(found));
}

try {
  await wall();
  await phone();
  await dark();
  await aloud();
  console.log("the page does what it should");
} finally {
  await browser.close();
}
